"""Words of what stands around an article on a page: word lists only, in lower case with straight apostrophes."""

from __future__ import annotations


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


FUNCTION_WORDS = frozenset(
    """
    a about above after again against all also although am among an and any are as at be because been before being
    below between both but by can could did do does doing down during each either even every few for from further
    had has have having he her here hers him his how however i if in into is it its itself just may me might more
    most much must my neither no nor not now of off on once one only or other our ours out over own per she should
    since so some such than that the their theirs them themselves then there these they this those though through to
    too toward under until up upon us very was we were what when where whether which while who whom whose why will
    with within without would yet you your
    """.split()
)

# A line that says just this: what follows is not the article, only what else there is on the site.
BOUNDARY_LINES = _listed(
    """
    also in the news; comment; comments; conversation; editor's picks; editors' picks; explore; explore more;
    featured; further reading; headlines; in case you missed it; in other news; keep reading; latest; more; more
    coverage; more headlines; more like this; more news; more stories; most popular; most read; most recent; most
    shared; most viewed; must read; must reads; newsletter; newsletters; next; next article; next story; other news;
    other stories; our picks; partner content; popular; popular stories; previous; previous article; promoted;
    promoted stories; read full article; read next; read this next; recent; recent posts; recent stories;
    recommended; related; see also; see more; show less; show more; special reports; sponsored; tags; top news; top
    stories; topics; trending; trending now; up next; what to read next; you may like
    """
)
# A short line that begins so.
BOUNDARY_STARTS = _listed(
    """
    about the author; about the writer; all comments; also on; comments (; continue reading; don't miss these; filed
    under; from around the web; from our partners; from the web; join the conversation; join the discussion; keep
    reading; latest from; latest headlines; latest in; latest news; latest on; latest posts; latest stories; leave a
    comment; leave a reply; load more; more about; more by; more from; more in ; more on ; more posts; more to
    explore; most popular; most read; other articles; paid content; popular in; popular on; post a comment; read
    more stories; read the full; recommended for you; recommended reading; recommended stories; related articles;
    related content; related coverage; related links; related news; related posts; related reading; related stories;
    related topics; related videos; show comments; sponsored by; sponsored content; stories you may; top stories;
    trending on; view all; view comments; you may also; you may have missed; you might also
    """
)

# Sentences that a site addresses to its reader, by how they begin ...
FURNITURE_STARTS = _listed(
    """
    ad feedback; additional reporting by; advertisement; advertising; all rights reserved; already a member; already
    a subscriber; already have an account; article continues; become a member; become a subscriber; by clicking; by
    continuing to use; by entering your email; by signing up you; by signing up, you; by submitting; by subscribing;
    click here; click on the; click to; comments are closed; continue reading with; copyright; create a free
    account; disclaimer:; don't have an account; donate now; donate to; download our; download the app; edited by;
    editing by; email newsletters; enter your email; find out more; follow @; follow our; follow us; for more
    information, visit; for more news; for more stories; get access to; get our; get the app; get the best of; get
    the latest; get unlimited access; gift this article; give us your feedback; got a news tip; got a story; got a
    tip; graphic:; have a news tip; have a tip; have you been affected; if you enjoyed this; if you have a tip; if
    you liked this; javascript is; join our; join thousands of; join us on; learn more about our; like us on; listen
    to this; listen:; log in to; more:; never miss a; newsletter:; originally published; please consider supporting;
    please enable javascript; please log in; please read our; please sign in; please subscribe; please support;
    please turn on javascript; read also; read it here; read more; read the original; read:; register for free;
    register now; related:; reporting by; scan the qr; scroll down; scroll to continue; see also:; send us; share
    on; share this; share your thoughts; sign in to; sign up for; sign up here; sign up now; sign up to; skip to;
    sponsored:; start your free trial; stay informed; stay up to date; story continues; subscribe for; subscribe
    here; subscribe now; subscribe to; subscribe today; support independent journalism; support our journalism;
    support our reporting; support our work; swipe; tap here; tap to; tell us:; text continues; thank you for reading;
    thank you for subscribing; thanks for reading; thanks for signing up; the opinions expressed; the views expressed;
    this article continues; this content is only; this content requires; this form is protected; this site is
    protected; this site uses; this story continues; this website uses; to continue reading; to read the full;
    unlock this article; update your browser; view original; view this; visit our; want more news; want more
    stories; want to read more; watch live; watch now; watch the video; watch:; we respect your privacy; we use
    cookies; we value your privacy; with your support; write to us; writing by; you are using an outdated; you can
    find more; you can follow; you can unsubscribe; you have no more free; you have reached your; you have
    successfully subscribed; your browser; your subscription; your support
    """
)
# ... or by what they hold.
FURNITURE_PHRASES = _listed(
    """
    a member of the media group; all rights reserved; cancel anytime; contributed reporting; contributed to this
    article; contributed to this report; contributed to this story; delivered to your inbox; do not necessarily
    reflect; follow him on twitter; follow me on; follow us on; for our free newsletter; for our newsletter; google
    privacy policy; in your inbox; is protected by recaptcha; may not be reproduced; no part of this article; our
    daily newsletter; our free newsletter; our mobile app; our morning newsletter; our privacy policy; our terms of;
    our weekly newsletter; our weekly round-up; privacy notice; privacy policy and; republished under a; republished
    with permission; sign up for our; straight to your inbox; subscribe to our; support independent journalism;
    terms of service; this article first appeared; this article was amended; this article was first published; this
    article was originally; this story was originally; to your inbox; was first published in; was originally
    published; with our app; your email address
    """
)

# Where pictures come from, and what they are called.
PICTURE_SOURCES = _listed(
    """
    afp; alamy; anadolu; ap photo; associated press; bloomberg; courtesy of; dvids; epa; epa-efe; eyepress; file
    photo; flickr; getty; getty images; handout; imago; istock; istockphoto; nurphoto; picture alliance; public
    domain; reuters; screengrab; screenshot; shutterstock; sipa; sputnik; stock photo; tass; ukrinform; unsplash;
    wikimedia; wikimedia commons; xinhua; zuma; zuma press
    """
)
PICTURE_WORDS = _listed(
    """
    cover; drawing; graphic; illustration; image; photo; photograph; photos; picture; video
    """
)
PICTURE_WORDS_BEFORE = _listed(
    """
    ap; courtesy; cover; featured; file; hero; lead; main; stock; top
    """
)

# What a person who writes is called; a byline's second half that is none of them is the publisher.
# Words in the names that sites give their boxes (class, id, aria-label), where the box is not the newsroom's.
ADVERT_WORDS = _listed(
    """
    ad; adbox; ads; adslot; adunit; advert; advertisement; advertising; advertorial; adverts; dfp; outbrain; promo;
    promoted; promotion; sponsor; sponsored; taboola
    """
)
# "By Ida Holm, Harbour Desk": what follows the name and ends so is a part of the newsroom, not the paper.
NEWSROOM_PARTS = _listed(
    "bureau; correspondent; department; desk; editor; reporter; section; staff; team; unit; writer"
)
ROLES = _listed(
    """
    analyst; bureau chief; business reporter; chief correspondent; columnist; contributing writer; contributor;
    correspondent; defence correspondent; defense correspondent; diplomatic correspondent; diplomatic editor;
    editor; editor at large; editor-in-chief; foreign correspondent; foreign editor; guest contributor; guest
    writer; news editor; political correspondent; political editor; political reporter; reporter; senior
    correspondent; senior editor; senior reporter; senior writer; special correspondent; staff; staff reporter;
    staff writer; writer
    """
)
