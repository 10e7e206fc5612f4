"""Parses that can be seen to be wrong are put right before anything is read off them.

Each repair is a small pure function from one parse to another; `REPAIRS` is their order. They touch only what breaks
a rule of the grammar, such as a passive whose "by" hangs on a noun.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.attachments import holder_at, relative_of_noun_that_agrees, taken_by_verb
from kg.extract.parses import Parse
from kg.extract.repair_amounts import earlier_figure, price_in_brackets
from kg.extract.repair_antecedents import (
    deed_completed,
    event_in_which,
    match_between,
    name_behind_place_and_role,
    thing_built,
    thing_depicted,
    which_is_no_person,
    which_sums_up,
    who_is_named,
)
from kg.extract.repair_appositions import (
    apposition_of_object,
    as_large_as,
    feat_behind_comma,
    name_of_object,
    of_so_many,
    part_behind_comma,
    person_behind_body,
    towns_behind_comma,
)
from kg.extract.repair_asides import (
    age_of_subject,
    called_as,
    how_often,
    insertion_in_subject,
    left_to_infinitive,
    name_behind_noun,
    opener_of_subject,
    participle_before_verb,
    passive_joined,
    times_in_a_row,
)
from kg.extract.repair_basics import (
    adverb_as_root,
    agent_of_passive,
    circumstance_after_list,
    noun_with_participle,
    object_before_time,
    subject_of_main_verb,
)
from kg.extract.repair_clauses import (
    clause_about_part,
    clause_behind_preposition,
    name_read_as_time,
    quoted_word,
    series_of_what_is_said,
    subject_behind_opening,
    verb_of_contrast,
)
from kg.extract.repair_clefts import what_is_put_forward
from kg.extract.repair_contrasts import base_of_present, brackets_in_pairs, thing_of_contrast
from kg.extract.repair_durations import TIME_REPAIRS
from kg.extract.repair_endings import ENDING_REPAIRS
from kg.extract.repair_fouls import misdeed_by, money_won
from kg.extract.repair_gaps import second_amounts
from kg.extract.repair_governed import governed_verbs
from kg.extract.repair_hyphens import glued_words, person_by_age
from kg.extract.repair_infinitives import (
    later_infinitives,
    main_verb_behind_plans,
    past_behind_infinitive,
    sign_of_joined,
)
from kg.extract.repair_joined import (
    call_behind_speech,
    name_of_person,
    no_more_than,
    not_the_other,
    perfect_of_perfect,
    sentences_read_as_list,
    so_many_to_each,
    whether_is_open,
)
from kg.extract.repair_lists import LIST_REPAIRS
from kg.extract.repair_misread import (
    back_before_object,
    come_to_rest,
    duration_behind_verb,
    light_noun,
    object_behind_over,
    object_of_particle,
    open_question,
    participle_before_noun,
    thanks_to,
    that_before_role,
    there_behind_noun,
    through_by_score,
    verb_read_as_thing,
    way_given,
    worth_of_noun,
)
from kg.extract.repair_names import (
    an_before_consonant,
    name_with_small_words,
    number_behind_name,
    number_inside_name,
    number_of_thing,
    serial_read_as_extent,
)
from kg.extract.repair_nouns import (
    amount_of_goods,
    based_before_name,
    clause_read_as_member,
    fraction_before_measure,
    name_behind_hyphen,
    name_with_hyphens,
    names_of_nearest,
    noun_with_particle,
    number_before_noun,
    object_read_as_clause,
    parts_of_kin,
    per_cent,
    result_of_count,
    rise_with_measure,
)
from kg.extract.repair_objects import amount_put, two_objects
from kg.extract.repair_openings import condition_with_should
from kg.extract.repair_participles import aged_between, never_behind_noun, those_among_them
from kg.extract.repair_phrases import (
    asked_for_by_noun,
    gift_behind_name,
    later_of_verb,
    maker_of_title,
    own_subject,
    quote_ends_phrase,
    times_as_much,
    within_quotes,
)
from kg.extract.repair_predicates import adverb_of_clause, judged_to_be, pluperfect, that_repeated
from kg.extract.repair_ranges import RANGE_REPAIRS
from kg.extract.repair_read import READ_REPAIRS
from kg.extract.repair_relatives import claim_that_is_denied, part_of_them, participle_of_thing, who_is_somebody
from kg.extract.repair_results import result_of_what_is_asked
from kg.extract.repair_second import SECOND_REPAIRS, main_verb_of_noun
from kg.extract.repair_shared import SHARED_REPAIRS
from kg.extract.repair_spans import clause_spans
from kg.extract.repair_speech import (
    condition_before_aside,
    main_clause_behind_speech,
    outcome_of_ruling,
    said_at_time,
    saying_behind_perfect,
    saying_beside_speech,
    speaker_at_end,
)
from kg.extract.repair_subjects import (
    apposition_of_nearest,
    clause_around_insertion,
    subject_behind_place,
    verb_before_object,
    verb_behind_insertions,
    verb_behind_of,
    verb_of_headless,
)
from kg.extract.repair_suited import SUITED_REPAIRS
from kg.extract.repair_times import circumstance_of_saying
from kg.extract.repair_verbs import (
    clause_behind_name,
    one_subject,
    participle_joined_to_finite,
    particle_before_preposition,
    particle_behind_object,
    preposition_of_verb,
    relative_of_list,
    second_saying,
    speaker_behind_question,
    struck_off,
    subject_of_auxiliary,
    summary_of_clause,
    that_before_clause,
    verb_read_as_modifier,
)


def repair(parse: Parse) -> Parse:
    """Apply every repair in order."""
    for step in REPAIRS:
        parse = step(parse)
    return parse


REPAIRS: Sequence[Callable[[Parse], Parse]] = (
    main_verb_of_noun,
    money_won,
    misdeed_by,
    part_of_them,
    towns_behind_comma,
    name_of_object,
    person_behind_body,
    feat_behind_comma,
    as_large_as,
    condition_with_should,
    never_behind_noun,
    aged_between,
    those_among_them,
    subject_behind_place,
    clause_around_insertion,
    verb_before_object,
    verb_behind_of,
    verb_of_headless,
    verb_behind_insertions,
    apposition_of_nearest,
    glued_words,
    person_by_age,
    name_behind_hyphen,
    name_behind_place_and_role,
    name_with_hyphens,
    name_with_small_words,
    number_behind_name,
    number_of_thing,
    number_inside_name,
    an_before_consonant,
    parts_of_kin,
    based_before_name,
    number_before_noun,
    earlier_figure,
    price_in_brackets,
    *RANGE_REPAIRS,
    *LIST_REPAIRS,
    *READ_REPAIRS,
    *TIME_REPAIRS,
    noun_with_particle,
    names_of_nearest,
    per_cent,
    second_amounts,
    clause_read_as_member,
    that_before_clause,
    claim_that_is_denied,
    that_repeated,
    light_noun,
    way_given,
    back_before_object,
    participle_before_noun,
    come_to_rest,
    duration_behind_verb,
    object_behind_over,
    object_of_particle,
    open_question,
    thanks_to,
    through_by_score,
    worth_of_noun,
    subject_of_auxiliary,
    subject_behind_opening,
    clause_about_part,
    verb_of_contrast,
    one_subject,
    verb_read_as_modifier,
    speaker_behind_question,
    two_objects,
    amount_put,
    amount_of_goods,
    rise_with_measure,
    result_of_count,
    fraction_before_measure,
    object_read_as_clause,
    particle_before_preposition,
    struck_off,
    particle_behind_object,
    preposition_of_verb,
    participle_joined_to_finite,
    relative_of_list,
    clause_behind_name,
    second_saying,
    series_of_what_is_said,
    circumstance_of_saying,
    clause_behind_preposition,
    name_read_as_time,
    serial_read_as_extent,
    quoted_word,
    governed_verbs,
    later_infinitives,
    main_verb_behind_plans,
    past_behind_infinitive,
    summary_of_clause,
    adverb_as_root,
    agent_of_passive,
    subject_of_main_verb,
    object_before_time,
    apposition_of_object,
    noun_with_participle,
    circumstance_after_list,
    taken_by_verb,
    holder_at,
    relative_of_noun_that_agrees,
    said_at_time,
    saying_behind_perfect,
    main_clause_behind_speech,
    condition_before_aside,
    outcome_of_ruling,
    saying_beside_speech,
    speaker_at_end,
    pluperfect,
    judged_to_be,
    adverb_of_clause,
    who_is_somebody,
    result_of_what_is_asked,
    who_is_named,
    maker_of_title,
    which_is_no_person,
    event_in_which,
    which_sums_up,
    deed_completed,
    asked_for_by_noun,
    *SUITED_REPAIRS,
    *ENDING_REPAIRS,
    *SHARED_REPAIRS,
    within_quotes,
    quote_ends_phrase,
    times_as_much,
    later_of_verb,
    own_subject,
    gift_behind_name,
    participle_of_thing,
    what_is_put_forward,
    participle_before_verb,
    age_of_subject,
    how_often,
    left_to_infinitive,
    insertion_in_subject,
    name_behind_noun,
    called_as,
    passive_joined,
    times_in_a_row,
    sentences_read_as_list,
    not_the_other,
    no_more_than,
    name_of_person,
    call_behind_speech,
    *SECOND_REPAIRS,
    whether_is_open,
    perfect_of_perfect,
    that_before_role,
    there_behind_noun,
    thing_of_contrast,
    brackets_in_pairs,
    base_of_present,
    verb_read_as_thing,
    so_many_to_each,
    opener_of_subject,
    clause_spans,
    sign_of_joined,
    match_between,
    thing_built,
    thing_depicted,
    part_behind_comma,
    of_so_many,
)
