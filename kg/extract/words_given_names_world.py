"""Given names that tell whether somebody is he or she, from further languages; no sign that a word is a name."""

from __future__ import annotations

from kg.extract.words_given_names import FEMALE_NAMES, MALE_NAMES

MALE_GIVEN_NAMES = MALE_NAMES | frozenset(
    """
    abbas abdelaziz abdelkader abdoulaye abdulrahman abhishek abubakar adel adnan adriano agus ahmet ajay akhil akio
    akira akram aksel alec aleksandar aleksander alexey alfred allan allen alvaro amadou amit anand anatoliy andras
    andrej andrij andrés angus anil antoine anton antonino anurag anwar aram arjun arkady armen arne artem arturo arun
    arvind ashish ashok ashot asif attila augusto aurelio avinash axel ayman aziz babacar bambang barry bassam bengt
    benoit benoît bernardo bilal bjorn björn bogdan boubacar boyan brad branko brent brett budi byron calvin camilo
    carsten cecil chad chester christoph chukwu claudio claus clifford clint clive clyde clément cody conrad cristian
    cristiano csaba curtis daisuke dan daniyar dariusz darrell darryl davit declan deepak denys desmond devendra
    didier dieter dilip dimitar dimitris dinesh dirk domingo dragan duane dudley dustin earl edmund einar eli elliot
    elliott elmer emanuele emeka emil emilio emre enzo erling ernesto ernst espen esteban etienne eusebio everett
    evgeny ezequiel fabrice faisal farid farouk fausto federico ferenc fergus finn flavio florin floyd fouad fredrik
    fumio fyodor félix gabor gabriel gaetano ganesh gaston geert gennady georgios gerardo germán gerrit gerry gheorghe
    gianni gideon gilles giorgi giorgio giorgos godfrey gonzalo gopal goran grigory grzegorz guilherme gunnar gustav
    habib hadi hakan hakon hamad hamza harald hari harrison haruki heikki hendra hendrik herman hernán hideki hideo
    hiroki hiroyuki homer horacio hossein humberto ibrahima ichiro ignacio ilya imran imre ingmar iqbal irakli irving
    isaac istvan ivor jagdish jaime jair jalal jamal jari jaroslav jeffery jeroen jesse jiri joaquim joaquin joaquín
    joko jordi jorma jozsef joão juha jukka junichiro jussi jérôme kamal karoly kazimierz kazuo keisuke kelvin kemal
    kenji kent kenta khaled kieran kirk kishore kjell knut kofi koichi konstantinos kostas kosuke kristian krzysztof
    kumar kwabena kwame kyriakos lajos lamine lasse laszlo leandro leif leonardo leroy lester leszek levon liam linus
    lionel ljubomir lorenzo lowell lucien luke lyle maciej macky magnus mahdi mahesh mahinda mamadou manish manmohan
    manoj mansour marcelo marek mariano mariusz marwan masahiro masaru masato mateo mathieu mats matthieu matthijs
    matías mauricio mauro maxime mehdi mehmet melvin mickey mihai mikael miklos milos minoru mircea miroslav mitchell
    mohamad mohan moisés mokhtar mounir mourad moussa muhammadu mukesh murad mustapha mykola nabil nader naoki naoto
    naresh nasser nawaz ned nestor neville nick nikol nikos nils nitin nnamdi nobuo nuno nursultan olaf olav ole oleh
    olli olusegun ondrej orlando osamu osman oswald otis oumar ousmane ove ovidiu panos pascal pasquale patrice pavlos
    pawel pekka percy pervez petri pieter plamen pradeep prakash pramod prasad praveen qasim quentin quincy radek
    radoslav radu raed rafiq rajendra rajesh rajiv rakesh ramesh rami ramiro randall ranil rasmus ravi raúl reggie
    reginald reinhard renato rex rhys riad rod roderick rodney rogelio rohit rolf rubén rudolph rufus ruslan rustam
    ruud ryota rémy sachin sadiq saeed salvatore samir sandeep sander sandor sanjay sanjeev satish satoshi sebastião
    seiji serkan shahbaz shavkat sherif sherman shigeru shinichi shohei shota siddharth sigurd silas sipho slavko
    slobodan solomon soren sorin spyros stavros stefano stein stoyan stéphane suleiman sunil suresh sushil susumu
    sylvain sébastien sérgio tadashi tadeusz takahiro takashi takeshi tamas tamer tapio taras tarek tarmo taro tatsuya
    tendai terrance tetsuya thabo thiago tiago tibor tigran timo todor tomas tomasz tomislav tomás torben tore torsten
    toshio traian tristan tunde ulf ulrich umar uwe vaclav valerio valery vassilis vasyl veikko vicente vijay vikas
    vikram vincenzo vinicius vinod viorel virgil vitaliy vittorio vivek vyacheslav wael walid wallace wendell werner
    wesley wilbur wilfred winston wojciech wouter yannis yaroslav yasuhiro yevhen yiannis yoichi yoshihide yoshihiko
    yousef youssef yoweri yusuke zach zack zbigniew zdenek ziad zoltan zoran zsolt zurab álvaro étienne
""".split()
)

FEMALE_GIVEN_NAMES = FEMALE_NAMES | frozenset(
    """
    aarti abena ada adaeze adela adele adeline aditi adriana agatha agathe agneta agnès aicha aigul aikaterini aiko
    aino ainura aishwarya akiko akosua alejandra aleksandra alena alessandra alia alla amalia aminata amira amma
    amrita amélie anahit ananya anastasiia anaïs angeliki anja anjali anke annabel anneke anneli annika antje
    antonella anuradha aparna arabella archana aruna asma asuka aurélie ayako ayse ayumi ayşe azadeh aïcha aïssata
    beata beate beatrix beatriz bella bente bernice bertha beryl bettina bianca birgitta birgitte blanche brigida
    britney britta brittany bárbara candice carina cassandra catalina catarina chandrika charlene chelsea chiara
    chieko chinyere chitra christa clarisse claudine clémence concepción constance consuelo corazon coretta corinna
    corinne cristina csilla cécile céline dagmar dalia daniela danièle daria darya deanna debbie deepa deepika deirdre
    delia delphine despina dewi dilnoza dimitra divya dolly dominika dorothea dragana ebba edina edna eirini ekaterina
    eleni elif elin elisa elisabetta elizaveta elke eloísa elsie elvira emese emiko emilia emine eriko erna erzsebet
    esperanza estela estelle eszter ethel etsuko etta eugenia eugenie eunice evangelia ewa fabiola farah farida fatema
    fatma fatou fatoumata federica felicity fernanda filomena flora françoise frauke frederike frida friederike
    funmilayo galina geeta geetha gemma genevieve geneviève georgina gerda ghada ghislaine giovanna gisela gitte
    giulia giuliana gladys glenda graciela gro guadalupe gudrun gulnara gulnora gunilla gwendolyn habiba hadiza haley
    hana hanan haruka haruko hedda hedvig heike hema henrietta henriette hilde hildegard hiroko hitomi houda hélène
    ida ilaria ildiko ileana iliana ilse iman imogen indrani ingeborg inger inna inés inês ioana irena irmgard iryna
    isabela isabelle isla isobel ivana ivy jadwiga jamila janelle janine jaya jeanette jeannie jelena jette jimena
    joana joann jocelyn jodi johanna josefa josette josie juana judit julieta juliette jutta jyoti kaarina kaisa kaja
    kalpana kaori karima karoline katalin katarina katarzyna katerina kateryna katja katrin kavita kaye kazuko kerstin
    khadija khadijah kirsi klara kristiina krisztina ksenia kumiko kyoko laetitia lakshmi lamia larisa lata latifa
    laure laurence leah leanne leela leena leona leonor leonora lesya leticia letizia leyla lidia ligia lila lilian
    linnea liudmila livia ljiljana lorena lotte lourdes lubna luciana lucie lucille lucinda lucía ludmila luísa lynda
    lynette lyudmila mabel macarena madhuri madina maeve magda magdalena maha maija makena malgorzata malika malin
    mamata manal manisha manuela margery margot margrethe marguerite mariama maribel marieke mariel marija mariko
    marisa marisol marit marja marla marsha marta martina maryam masako mathilde matilde maud maude mavis maxine
    mayumi meena meera meg megawati megumi mehbooba merete mette micaela micheline michiko mieko mihaela milena mimi
    mindy minna minnie mireille mitsuko miyuki mona monika mouna muriel myra myrtle mónica nabila nadezhda nadine
    naima najat namrata nandini nanna naoko narges nargiza nasreen nataliia nataliya nathalie nawal nazanin neelam
    neha nell nesrin ngozi nicoletta nino nirmala nisha nkechi noelia noelle nomvula noreen noriko nozomi oana odette
    odile olha ophelia orsolya oumou padma paola parisa parvati patrizia patsy patti paulette paulina pearl peggy
    pernille philippa phoebe pia piroska polina polly pooja poonam pratibha preeti priya priyanka puan rabia radha
    raffaella ragnhild ramona rania raquel rasha rashmi reem reiko renata renate renu renuka retno rhoda riikka rima
    robyn rocío rodica rosalie rosalía rosario rosie rowena roya rukhsana rukmini ryoko saara sabine sachiko sadie
    safia sakina sakura salma salome samia samira sanaa sandrine sangeeta sanna sarita sarojini saskia saule savita
    sayaka seema selena selin serena setsuko shabana shalini shana sharmila sheela shilpa shirin shobha shreya signe
    sigrid silvana simona siobhan siri siti smriti sneha snezana sofía solange soledad solomiya solveig sonali souad
    stefania stéphanie sujata sumiko sunita sushma svitlana swati sybil sylvie synnove séverine tabitha tahira takako
    tamar tammy tarja tatyana teodora tereza tessa thandi thea theodora thérèse tiina timea tomoko tove trine trudy
    tuula ulla usha ute valentyna valeria vandana varvara vasiliki vasundhara velma veronika vesna vibeke vicki vidya
    viktoriia viola viorica virginie viviana véronique wangari wanjiku winnie ximena yana yasmin yasmine yasuko
    yekaterina yelena yetunde yevgenia yoko yolande yoshiko yuka yukari yukiko yuliya yumi yumiko yuriko zahra zarina
    zeinab zelda zeynep zsofia zsuzsa zsuzsanna zuzana élisabeth
""".split()
)
