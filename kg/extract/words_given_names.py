"""Common given names that tell whether somebody is spoken of as he or she; names used for both are in neither list."""

from __future__ import annotations

MALE_NAMES = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed alain alan albert alberto alejandro aleksandr alexander
    alexei ali alistair alvin anatoly anders andreas andrei andrew andriy andré anthony antonio antony arnold
    arthur ashraf austin barack bashar ben benedict benjamin bernard bernie bill bob boris bradley brandon
    brendan brian bruce bruno carl carlos cesar charles christian christophe christopher clarence claude colin
    craig cyril dale damian daniel darren dave david dean denis dennis derek diego dimitri dmitri dmitry dmytro
    dominic donald donnie doug douglas duncan dwight ed eddie edgar eduardo edward edwin elijah emmanuel enrique
    eric erik ernest ethan eugene fabio felipe felix ferdinand fernando florian francesco francis francisco
    francois frank franz françois fred frederick friedrich gareth gary gavin geoff geoffrey george georgi gerald
    gerard gerhard gilbert giovanni giuseppe glenn gordon graham greg gregory guillermo gustavo hamid hans
    harold harry harvey hassan hector heinrich helmut henri henrik henry herbert hiroshi horst howard hugh hugo
    hussein ian ibrahim igor ismail ivan jack jacob jacques jake jakob james jamie jan janos jared jason javier
    jeff jeffrey jens jeremy jerome jerry jim jimmy joe joel johan johann johannes john jonas jonathan jorge
    jose josef joseph joshua josé juan julian julio justin jürgen karim karl keith ken kenneth kevin khalid
    kirill klaus konstantin kurt kyle larry lars laurent lawrence leo leon leonard leonid lewis lloyd louis luc
    luca lucas luigi luis luiz lukas mahmoud malcolm manuel marc marcel marco marcos marcus mario mark markus
    martin marvin massimo matt matteo matthew matthias maurice max maxim maximilian michael michel miguel mike
    mikhail milan mitch mohamed mohammad mohammed moses muhammad murray mustafa narendra nathan neil nelson
    nicholas nicolas nicolás nigel nikita nikolai nikolaus noah norman oleg oleksandr oleksii oliver olivier
    omar osama oscar otto owen pablo patrick paul paulo pavel pedro pete peter petro phil philip philippe
    phillip pierre piotr rafael rahul ralph ramon randy rashid raul ray raymond recep rené ricardo richard rick
    rishi rob robert roberto rodrigo roger roland roman ron ronald rory ross roy rupert russell ryan said salman
    sam samuel scott sean sebastian serge sergei sergey sergio sergiy seth shane shaun shinzo silvio simon
    stanislav stanley stefan stephan stephen steve steven stuart sven tariq tayyip ted terrence terry theo
    theodore thierry thomas tim timothy tobias toby todd tom tommy tony travis trevor tyler vadim vasily vernon
    victor viktor vincent vitali vitaly vladimir volodymyr wade walter warren wayne wilhelm will william willy
    wolfgang xavier yasser yevgeny yuri yusuf yves zachary
""".split()
)

FEMALE_NAMES = frozenset(
    """
    abigail agnes aisha alexandra alexandria alice alicia alina allison alyssa amanda amber amelia amina amy ana
    anastasia andrea angela angelina anita ann anna annalena anne annette annie antonia april arlene ashley
    astrid audrey aung barbara beatrice becky belinda benazir bernadette beth betty beverly birgit bonnie brenda
    bridget brigitte camila camilla carla carmen carol carole caroline carolyn carrie caterina catherine cathy
    cecilia celine charlotte cheryl chloe christina christine cindy claire clara claudia colleen condoleezza
    connie courtney crystal cynthia daisy danielle daphne darlene dawn deborah debra denise diana diane dolores
    donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen elsa
    emily emma erica erika erin ernestine esther eva eve evelyn fatima felicia fiona florence frances francesca
    freya gabriela gabrielle geraldine gertrude gina giorgia gloria grace greta gretchen gwen hanna hannah
    harriet hazel heather heidi helen helena helga hilary hillary holly huma imelda indira ingrid irene irina
    iris isabel isabella ivanka jacinda jacqueline jane janet janice jasmine jean jeanne jenna jennifer jenny
    jessica jill joan joanna joanne jodie josephine joyce juanita judith judy julia juliana julie juliet kamala
    karen karin karina kate katharina katherine kathleen kathryn kathy katie katrina kayla keiko kimberly
    kirsten kristen kristin kristina laura lauren layla leila lena leslie liliana lillian lily linda lisa liz
    liza lois lorraine louise lucia lucy luisa lydia lynn madeleine madison maggie malala mandy margaret
    margarita maria mariam mariana marianne marie marilyn marina marine marion marjorie marlene martha mary
    maureen maya megan melania melanie melinda melissa mercedes meredith michelle mildred miranda miriam moira
    molly monica monique nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma oksana olena
    olga olivia pamela patricia paula pauline penelope penny petra phyllis priscilla rachel raisa rebecca regina
    renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara
    sarah sasha selma sharon sheila shelley shirley silvia simone sofia sonia sophia sophie stacey stella
    stephanie sue susan susana susanne suzanne svetlana sylvia tamara tania tanya tatiana teresa tess thelma
    theresa tiffany tina tracy ulrike ursula valentina valerie vanessa vera veronica victoria viktoria violet
    virginia vivian wendy whitney wilma winifred yolanda yulia yvette yvonne zainab zoe
""".split()
)
