/**
 * Passwords that people choose most, folded, without the digits and signs around them: of the first 20,000 of a public list those with five signs left, and of its
 * other 29,233 those that are long enough for a password here. Nobody has cleaned their language. Source: @zxcvbn-ts/language-common 4.1.3 (npm), src/passwords.json,
 * made from published lists of leaked passwords; under this licence:
 *
 * Copyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc.
 * Copyright (c) 2021 @zxcvbn-ts
 *
 * Permission is hereby granted, free of charge, to any person obtaining
 * a copy of this software and associated documentation files (the
 * "Software"), to deal in the Software without restriction, including
 * without limitation the rights to use, copy, modify, merge, publish,
 * distribute, sublicense, and/or sell copies of the Software, and to
 * permit persons to whom the Software is furnished to do so, subject to
 * the following conditions:
 *
 * The above copyright notice and this permission notice shall be
 * included in all copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
 * EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
 * MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
 * NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
 * LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION
 * OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION
 * WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */
export const LISTED_PASSWORDS: ReadonlySet<string> = new Set(
  `
  010203040506 012345678910 014702580369 01telemike01 050605rostik 102030405060 1111111111zz 111222333000 111222333444555 112233445566 122333444455555 123123qweqwe
  123321123321 123321456654 123321qweewq 123456654321 12345677654321 123456782000 1234567887654321 123456789000 12345678900987654321 123456789012 1234567890987654321
  1234567890qaz 1234567890qw 1234567890qwe 1234567890qwerty 1234567890zzz 123456789101 123456789123 1234567892000 12345678987654321 123456789987654321 123456789aaa
  123456789abc 123456789asd 123456789qaz 123456789qqq 123456789qwe 123456789qwer 123456789zxc 1234567qwertyu 123456zxcvbn 1234qwerasdf 1234qwerasdfzxcv 123ewqasdcxz
  123qwe456rty 123qwerty123 12qw34er56ty 159753159753 159753456852 193570356033 19960610ilja 1a2a3a4a5a6a 1a2s3d4f5g6h 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qazxsw23edcvfr4
  23wkoa0fp78dk 31217221027711 32615948worms 41d8cd98f00b 420842084208555 4815162342lf 4815162342lost 541233432442 59382113kevinp 6215mila6215 742617000027 89063032220m
  89231243658s 89876065093rax 89semtsriuty a123456a a12345a a1a2a a1a2a3a a1a2a3a4a a1b2c a1b2c3d a1b2c3d4e a1s2d a1s2d3f a1s2d3f4g a1s2d3f4g5h a1s2d3f4g5h6 a2a3a a2a3a4a
  a2a3a4a5a a2a3a4a5a6a a2b3c a2b3c4d a2b3c4d5e a2s3d a2s3d4f a2s3d4f5g a2s3d4f5g6h a4tech aaaaa aaaaaa aaaaaaa aaabbb aaasss aabbcc aaliyah aardvark aaron aarons aassdd
  aassddff abacab abacus abbey abbie abbott abc123456789 abcdef abcdefg abcxyz abdul abdulla abdullah aberdeen abgrtyu abigail abnormal abpbrf abracada abracadabra
  abraham abrakadabra abrams abraxas abrupt absolut absolute absolutely abstr abstract abudfv abulafia acacia academy acapulco accent accept access accessno acclaim
  accord account accounts aceman aceshigh acetate achilles achtung acidburn acmilan acosta acoustic acrobat action active actor acun3t1x acura adagio adams addict
  addicted addison address adelaida adelaide adelina adeline adelphia adgjmptw adida adidas adjust admin administrator admiral adolf adonai adonis adrenali adrenalin
  adria adrian adriana adrianna adrianne adriano adrien adrienne adrock adult adults advance advanced advent adventur adventure advocate aenima aerosmit aerosmith aeynbr
  aezakmi afghan africa african afrika afrodita again agassi agatha agent aggie aggies agnes agnieszka agosto aguila aguilera agustin agyvorc ahmed aikido aikman aileen
  aimee airborn airborne airbus aircraft airforce airman airplane airport airwalk airwolf aisan akasha akatsuki akira aksjdlasdakj aksjdlasdakj89879 al9agd alabama
  aladdin aladin alain alaina alamo alanis alanna alaska alastair alatam albania albany albatros albert alberta alberto albina albino albion alcat alcatel alcatraz
  alchemy alcohol alejandr alejandra alejandro aleksa aleksander aleksandr aleksandra aleksei aleksey alena alenka alert alesha alessand alessandro alessia alessio alexa
  alexalex alexan alexande alexander alexandr alexandra alexandre alexandria alexandru alexei alexey alexi alexia alexis alexus alexxx alfalfa alfarome alfaromeo alfons
  alfonso alfred alfredo algebra algernon alhambra alias alibaba alice alici alicia alien aliens aligator alina alinka alisa alisha alisher aliska alison alissa alive
  alkaline all4me all4one all4u allah allan allblack allday allegra allegro allen alley alleycat allgood alliance allie allied alligator allison allman allmine allnight
  allover allright allsop allstar allstars allstate allure allyson almera almighty almond aloha alone alonso alonzo alpacino alpha alpha135792468 alphabet alphaman
  alphaone alpina alpine alright altair altec alterego althea althor altima altoids alucard aluminum alvar alvarez alvaro alvin always alyson alyssa amadeus amadeusptfcor
  amador amalia amand amanda amarillo amateur amateurs amatory amature amazing amazon ambassador amber ambers ambition ambrose ambrosia ameli amelia amelie americ america
  american amerika ameteur amethyst ametuer amherst amidala amiga amigo amigos amnesia amonra amorcit amore amoremio amores amormi amour amstel amsterda amsterdam amtrak
  amylee an83546921an an83546921an13 anabel anaconda anakin anakonda analog analsex anamaria ananas ananda anarchy anasazi anastasi anastasia anastasiya anatol anatoliy
  anatomy anchor ancient anders andersen anderso anderson andover andre andrea andreas andree andreev andrei andrej andres andrew andrewjackie andrews andrey andriy
  android andromed andromeda andros anduril andyandy andyod anechka anette anfield anfisa angel angela angele angeles angeleye angelic angelica angelika angelin angelina
  angeline angelit angelito angell angelo angelofwar angelok angels angelus angie angle angus anhyeuem animal animals animated anime anita anjali ankara anklet annaanna
  annabel annabell annabelle annamari annemari annett annette annie annika annmarie annual anonim anonymous another anselm anselmo answer antananarivu antares anteater
  antelope anthem anthon anthony anthrax antigone antigua antilles antioch antman antoine anton antoni antonia antonina antonio antonius antonov antony antoshka antwerp
  anubis anuradha anutka anything anytime anytimetoday aolsucks apache apathy apelsin apocalypse apollo apostle apostol apple applepie apples appleton apricot april
  aprilia apteka aptiva aqswdefr aquafina aqualung aquaman aquarium aquarius aquila aqwzsx ar3yuk arabella arabic aragon aragorn aramis ararat arcade arcadia arcane
  arcangel archange archangel archer archery archie architec architect archive archon arctic arena argent argentin argentina argonaut argyle arhangel ariadna ariadne
  arian ariana ariane arianna ariel arielle aries arigato arina arioch arisha arizona arjay arkansas arlene armada armageddon armagedon arman armand armando armani
  armenia armitage armored armstron armstrong arnaud arnold around arrakis arrow arrowhea arrows arschloch arsehole arsena arsenal arsenalf arsenalfc arslan artem artemis
  artemka arthur artist artofwar artur arturo aruba asakura asasin asd123asd asd123asd123 asdas asdasd asdasdas asddsa asdewq asdfasdf asdffdsa asdfg asdfgh asdfgh123456
  asdfghj asdfghjk asdfghjkl asdfghjkl123 asdfjk asdfjkl asdfqwer asdfzxcv asdqwe asdzxc asecret asgard ashanti ashes ashish ashle ashlee ashleigh ashley ashlyn ashman
  ashton ashtray asian asians aside asimov aslan asmodeus asnaeb aspen asphalt aspire aspirin aspirine assasin assass assassin assassins assault assclown asscock asses
  assface assfuck asshol asshole assholes asslick asslover assman assmaste assmunch asssss asswipe assword astalavista astana asterios asterix asteroid asthma astonvil
  astonvilla astoria astra astral astrid astro astroboy astros asylum atdhfkm athena athens athletic athlon athome atlant atlanta atlantic atlantis atlas atomic atreides
  attack attica atticus attila attitude attorney attract atybrc aubrey auburn auckland auckland2010 auction audia audio audis auditt audrey auggie august augusta augustin
  augusto augustus auralo aurelia aurelie aurelius aurora aussie austin australi australia austria author autobahn autocad autumn avalanch avalanche avalon avangard
  avanti avatar avenger avengers avenue avery avgust aviation aviator avrillavigne avrora awesome awful awnyce axeman ayanami ayrton azamat azazel azert azerty azertyui
  azertyuiop azrael azsxdc azsxdcfv azsxdcfvgb aztec azteca aztecs aztnm azzer babel babemagn babemagnet baberuth babes babette babies baboon babushka babybaby babybear
  babyblue babyboo babyboy babycake babycakes babydoll babyface babygir babygirl babygurl babylon babylove bacardi bacchus bachelor backbone backdoor backlash backs
  backspac backup bacon badabing badass badboy badboys baddest baddog badger badgers badgirl badguy badiman badiman28200 badkarma badlands badman badnaamhere badone
  bagels bagger baggies baggins baggio bagira bagpipes bagpuss baguvix bagwell bahamas bahamut baikal baile bailey bajingan baker bakers bakery balance balboa balder
  baldrick baldur baldwin baldy ballard ballbag balle baller ballet ballgag ballin ballon balloon balloons balls ballsack ballz baloney balrog baltika baltimor baltimore
  bambam bambi bambino bamboo banaan banan banana bananas banane bandera banderas bandi bandit bangbang banger bangkok bangor banjo banker banking banks banner banshee
  bantam banzai baphomet baraban baracuda baraka barakuda barbados barbara barbarian barber barbie barca barcelon barcelona barclay bareback barefeet barefoot barfly
  baritone barker barkley barks barley barlow barman barnaby barnes barnett barney barnie barnsley baron baronn barracud barracuda barrage barrel barret barrett barron
  barry barselona barsik barsuk bartek bartende bartlett bartman bartok barton basebal baseball basement basher basic basics basil basket basketba basketbal basketball
  bassbass basser basset bassett bassfish bassin bassist bassman bassoon bastard bastards bastet bastian bastos bateau bateman bates batgirl bathing batigol batista batma
  batman batter battery battle bauer bauhaus baura bavaria baxter bayern baylee bayliner baylor bayview baywatch bazooka bball bbbbb bbbbbb bbking bcfields bdfyjd bdfyjdf
  beach beachbum beaches beacon beagle beaker beaks beamer beanbag beaner beanie beans bearbear bearcat bearcats beardog bears beast beastie beasts beasty beater beating
  beatle beatles beatrice beatriz beaumont beaut beautifu beautiful beauty beaver beavers beavis bebop because becca becker becket beckett beckham becky becool bedford
  bedlam bedrock bedroom bedtime beebop beech beefcake beeker beeline beemer beepbeep beeper beerbeer beerman beerme beers beethove beethoven beetle beezer before begemot
  begood behappy behemoth beijing belair belarus belfast belgium believe belinda belinea belize belkin bella bellaco bellagio belle bellevue bello bells belly belmont
  belochka beloved beluga bench bender bendover benedict benessere benfica bengal bengals benito benjami benjamin benji bennett bennie benning benny benoit benson bentley
  benton beowulf beretta bereza bergen berger bergkamp berkeley berkut berlin berliner bermuda bernard bernardo bernhard bernice bernie berries berry berserk bertha
  bertie bertram bertrand besiktas bessie bestbuy bestfriend bethan bethann bethany bethel betsy better bettie bettina bettis betty bettyboo bettyboop beverley beverly
  beware beyonce beyond bgates bgiqk bharat bhbcrf bhbirf bhbyrf bhjxrf bhrh0h2oof6xbqjeh bianca bianchi bianco biatch bible biceps bicycle bigal bigass bigbad bigballs
  bigbang bigbear bigben bigbill bigbird bigblack bigblock bigblue bigbob bigboi bigboobs bigbooty bigboss bigboy bigbuck bigbucks bigbutt bigbutts bigcat bigcock bigdad
  bigdaddy bigdave bigdawg bigdee bigdick bigdicks bigdog bigdogg bigfish bigfoot biggdogg bigger biggest biggie biggin biggirl biggles biggs biggun bigguns bigguy biggy
  bighead bigjim bigjoe bigjohn bigmac bigmama bigman bigmike bigmoney bignasty bignuts bigone bigones bigpapa bigpenis bigpimp bigpimpi bigpoppa bigpun bigpussy bigred
  bigsexy bigshot bigshow bigsky bigstick bigtime bigtit bigtits bigtoe bigtruck biguns bigwilly bigworm biker bikers bikini bilbo billabon billabong billbill billiard
  billie billing billion billows bills billy billyb billybob billyboy billyjoe billys bimbo bimmer binder binger bingo bingos binkie binky binladen biohazard biology
  bionic bionicle biotech birddog birdie birdman birdy birgit birthday biscuit biscuits bisexual bishop bismarck bismark bismilla bismillah bitch bitchass bitches bitchin
  bitchs bitchy biteme bitter bizarre bizkit bizzare bjorn blabla blablabl black blackass blackbel blackbelt blackber blackberry blackbir blackbird blackbox blackboy
  blackcat blackcoc blackcock blackdog blackhaw blackhawk blackice blackie blackjac blackjack blacklab blackman blackops blackout blackrose blacks blackshe blacksonblon
  blacksta blacksun blacktop blacky blade bladerunner blades blahblah blaine blair blaise blake blanca blanche blanco blank blanked blanket blast blaster blastoff blaze
  blazer blazers blazin bleach bledsoe blender blessed blessing blind blindax bling blingbling blink blinky bliss blister blitz blizzard blobby block blocked bloke blond
  blonde blondes blondi blondie blondinka blonds blondy blood bloods bloody bloomin bloopers blossom blower blowfish blowjob blowjobs blowme bltynbabrfwbz blubber
  bluearmy blueball bluebear bluebell blueberr blueberry bluebird blueblue blueboy bluedevi bluedog blueeyes bluefin bluefish bluegill bluegras bluejay bluejays blueline
  blueman bluemax bluemoon bluenose bluenote bluerose blues bluesky bluesman bluestar blunt blunted blunts blythe bmw325i board boarder boater boating boatman boats
  bobafett bobber bobbi bobbie bobbins bobbo bobbob bobby bobbys bobbyy bobcat bobcats bobdog bobdole bobdylan bobert bobmarle bobmarley bocephus bochum bodies bodine
  boeing bogart bogdan bogey boggie boggle bogie bogota bogus bohica boiler boilers boing boingo bolero bolitas boliva bolivar bolivi bolivia bollocks bollox bologna
  bolton bombay bomber bombers bommel bonanza bondage bondarenko bonds bonefish bonehead boner boners bones boness bonethug bonfire bonghit bonghits bongo bonham bonita
  bonito bonjou bonjour bonjovi bonkers bonner bonnie bonovox bonsai bonzai bonzo boobear boobed boober boobie boobies booboo boobs booby boogaloo booger boogers boogie
  boohoo bookcase booker bookie bookmark books bookworm boomboom boomer boondock booner booper booster booter bootie booties bootleg bootneck boots bootsie bootsy booty
  bootys booyah boozer bopper borabora bordeaux border borders bored borges boricua boring boris borman boroda boromir borris borussia bosco boscoe bosnia bosshog bossman
  bosstone boston boswell bosworth bottle bottom boulder bounce bouncer bound bounty bourbon bourne bourque bowhunt bowie bowler bowling bowman bowser bowtie bowwow
  boxcar boxer boxers boxing boxster boxter boy4u2ownnyc boytoy bpgjldsgjldthnf br0d3r brabus bracken braden bradford bradley bradshaw brady brain brains bramble branch
  brand branden brandi brandie brando brandon brandt brandy brasil brasilia bravehea braveheart braves bravo braxton brayden brazil brazzers bread break breaker breakers
  breanna breast breasts breath breathe breeze breezy bremen brenda brendan brenden brenna brennan brent brentfor brest bretagne brett brewer brewers brewster brian
  briana brianjo brianna brianne brians brick bricks bridge bridges bridget bridgett briefs brigada briggs bright brighton brigitte brindle bringit brisbane bristol
  britain british britney britneys britt britta brittany brittney broad broadway brock brodie broken broker bronco broncos bronson bronte bronx bronze broodwar brook
  brooke brooklyn brooks brother brothers brown browndog browne browneye brownie brownies browning browns browser bruce brucelee bruins bruiser brunette bruno brussels
  brutal brutis brutus bryan bryant bryce bryson bubba bubbaa bubbadog bubbas bubber bubble bubblegum bubbles bubby bublik buceta buchanan buckaroo bucker bucket buckey
  buckeye buckeyes buckie buckle buckley bucks buckshot buckster buckwhea bucky budapest budda buddah buddha buddie buddies buddy buddyboy buddydog buddys budget budgie
  budice budlight budlite budman budweise budweiser buffa buffalo buffalos buffer buffet buffett buffy buffys buford bugaga bugatti bugger buggy bugman bugsbunn bugsbunny
  bugsy buick builder building bukkake bukowski buldog bulldawg bulldo bulldog bulldogg bulldogs buller bullet bulletin bullets bullfrog bullhead bullit bullnuts
  bullnuts2003 bullock bulls bullseye bullshit bullwink bully bulova bumble bumblebe bummer bumper bundy bungalow bungee bunghole bungie bungle bunker bunnie bunnies
  bunny bunnys buratino burbank burger burgers burgess burke burly burner burning burnley burnout burns burrito burton bushed bushel bushido bushman business businessbabe
  businka buste busted buster bustle busty butch butcher butchie butchy butkus butler buttbutt butter buttercu buttercup butterfl butterfly butters buttfuck butthead
  butthole buttman buttocks button buttons buttplug butts buttsex buzzard buzzer buzzsaw bynthytn bypass byron byteme c2h5oh c3por2d c6h12o caballo cabbage cabernet
  cabinet cable cableguy caboose cabrio cabron cachondo cachorro cactus caddis caddy cadence cadets cadillac cadman cadr14nu caesar caffeine caitlin caitlyn cajun
  calamity calcio calculus calcutta caldwell caleb calendar calgary calhoun caliber calibra calico caliente californ california caligula calimero callahan callaway caller
  callie calling callisto callme callofduty callum calvary calvin calypso camara camaro camaross camaroz camber cambiami cambodia cambridg cambridge camden camel camell
  camelot camels cameltoe camera camero cameron camil camila camill camilla camille camilo camino campbell camper camping campos campus canabis canad canada canadian
  canadien canary cancel cancer cancun candace candi candice candid candie candies candle candles candy candyass candyman candys canela canes canine cannabis cannibal
  cannon cannonda canon canseco canton cantona cantor canuck canucks canyon capcom capecod capetown capital capitals capitan capitol capoeira capone capri caprice
  capricor capricorn capslock captain caracas carajo caralho caramba caramel caravan carbine carbon carcass cardiff cardinal cardinals cards carebear career carefree
  carguy caribou carina carioca carissa carla carlin carling carlisle carlito carlitos carlo carlos carlotta carlson carlton carly carman carme carmel carmela carmelo
  carmen carmex carmine carnage carney carnival carol carola carole carolin carolina caroline carolyn carpedie carpediem carpente carpet carrera carrie carrier carroll
  carrot carrots carson carsten carter carthage cartier cartman cartoon cartoons caruso carver carwash casablan casablanca casanova cascade caserta casey caseydog cashew
  cashflow cashman cashmere cashmone cashmoney casino casio caspar caspe casper cassandr cassandra cassi cassidy cassie cassius castaway caster castillo castle castor
  castro casual catalin catalina catalog catalyst catarina catch catcher catdaddy catdog caterina catfight catfish catfood catherin catherine catholic cathy catlover
  catman catnip catter cattle catwoman caught caution cavalier cavallo cavalry caveman cayenne cayman cazzo cazzone cbr600rr cbr900rr ccbill ccccc cccccc cdtnbr cdtnjxrf
  cdtnkfyf ceasar ceaser cecil cecile cecilia ceckbr cedar cedars cedric celeb celebrity celeron celeste celica celina celine cellphon cellular celtic celticfc celtics
  cement censor centaur centauri center central centre centrino centurion century cerber cerbera cerberus cereal cerebus cerveza cesar cesare cessna cevthrb cezer cfhfnjd
  cfiekz cfitymrf cfvceyu cfvjktn cgfhnfr ch5nmk chacal chachi chadwick chain chains chainsaw chair chairman challeng chalupa chamber chambers champ champagn champagne
  champion champions champs chance chanda chandler chandra chanel chang change changed changeit changeme changes chango channel chantal chantel chantell chaos chaoss
  chaotic chapel chapin chaplin chapman chappy characte charcoal charge charged charger chargers charisma charity charl charle charlene charles charley charli charlie
  charlies charlott charlotte charlton charly charm charmed charming charms charon charter chase chaser chasey chastity chateau chatham chatte chatter chauncey chavez
  cheap cheater check checker checkers checking checkit checkmat checkmate checks cheddar cheeba cheech cheeks cheeky cheer cheerleaers cheers chees cheese cheeseburger
  cheesecake cheesy cheeta cheetah cheeto cheeze chelle chelse chelsea chelseafc chelsey chemical chemist chemistr chemistry cheng cherie cherish cherokee cherr cherries
  cherry cheryl cheshire chess chessie cheste chester chesterfield chestnut chesty cheval chevelle chevrole chevrolet chevron chevy chevyman chevys chevyz chewbacc
  chewbacca chewey chewie chewy cheyanne cheyenne chgobndg chiara chicago chicas chicca chicco chichi chick chicke chicken chickens chickenwing chicks chico chief chiefs
  chiks child children chili chilidog chill chilli chillin chillout chilly chimera china chinchin chinese chingon chino chinook chipie chipmunk chipper chippy chips
  chiquita chisel chisox chitown chivas chloe chobits chocha chocobo chocolat chocolate choice choke chong chooch choochoo choose chopin chopper choppers chosen chouchou
  chowchow chowder chris chrisb chrisbln chrism chriss chrissy christ christa christel christen christi christia christian christie christin christina christine christma
  christmas christo christof christop christophe christopher christopher1 christy chrome chronic chrono chronos chrysler chuai chuan chuang chubbs chubby chucha chucho
  chuck chuckie chuckles chucky chump chunky church churchil churchill ciaociao ciccio cicero cidkid cigar cigars cimbom cinder cinderella cinders cindy cinema cinnamon
  cipher circle circuit circus cirrus cisco citadel citation citibank citizen citroen citron citrus civic civicsi civilization civilwar cjdthitycndj cjkysirj cjkywt
  cjrjkjdf cjytxrf ckfdbr clair claire clancy clapton clara clarence clarinet clarion clarissa clark clarke clarkie class classic classics classy claude claudi claudia
  claudine claudio claus claymore claypool clayton clean cleaner cleaning clear cleaver clemens clement clemente clemson cleopatr cleopatra cleric clerks cletus clevelan
  cleveland clever click client cliff clifford cliffy clifton climax climb climber climbing clint clinton clipper clippers clips clitlick clitoris clock clocks cloggy
  clones close close-up closed closer closeup cloud clouds cloudy clover clovis clown clowns clubber clueless clues cluster clutch clyde cneltyn cnfc35762209 cnfcbr
  cnfkrth cnfybckfd cnhjqrf cnhtktw cnjvfnjkju cntgfy cnthdf coach coast coaster cobain cobalt cobra cobras cobraya cocacol cocacola cocaine cochise cocker cocks cocksuck
  cocksucker cocktail cocoa coconut coconuts codeblue codered coffe coffee coffees coffey coffin cogito cognac cohiba colby coldbeer coldfire coldplay coleman colette
  colgate colin collect collecti colleen college collette collie collin collins colnago colombi colombia colombo colon colonel colonial colony color colorado colors
  colossus colour colton coltrane colts columbia columbo columbus comanche combat combat123654 comcast comedy comein comeon comet comets comfort comicbook comicbookdb
  comics coming command commande commander commando comment commerce commie commodor commodore common compa compact company compaq compass complete complex compton
  compusa compute computer computers conan concept concert concord concorde concrete condom condor conejo config configuratio confirm conflict confuse confused congress
  conker conman connect connection conner connery connie connor conover conquer conquest conrad constant construction consuelo consult consume consumer contact contains
  content contest contests continue contortionist contour contra contract control converse convoy conway coochie cooker cooki cookie cookies cooking cool4u coolbean
  coolboy coolcat coolcool cooldude cooler coolgirl coolguy coolhand coolie coolio coolman coolness coolone coope cooper coopers coors cooter copenhag copenhagen copper
  coral corazo corazon corbin cordelia cordell cordoba corey corgan corina corinna corinne corky corleone corndog cornelia cornell corner cornhole cornholi cornwall
  corolla corona coronado corperfmonsy corporal corps corpse corrado correct corrie corsair corsica cortez cortina cortland corvet corvett corvette corvus corwin cosita
  cosmic cosmo cosmopolitan cosmos costa costanza costaric costello cosworth cottage cotton cougar cougars count countach counter counterstrike country county couple
  couples courage courier court courtney cousin covenant coventry covers covert cowboy cowboys cowboyup cowgirl cowman coyote coyotes cpfza crabby crack cracker crackers
  cracksevi cradle craft crafty craig cramer cramps crane crank cranky crappie crappy craps crash crave craven craving crawford crayon crazy crazybab crazyman crazyzil
  cream creamer creampie creamy create creatine creation creativ creative creator creature credit creed creek creep creeper creepers creepy crescent cresta cretin crevice
  crewcom crfprf cricket crime criminal crimson crisis crispy crissy cristal cristi cristia cristian cristiano cristin cristina cristo critical critter crjhgbjy croatia
  crockett crocodil cromwell cronic crosby cross crossbow crossfire crowbar crowley crown cruise cruiser crumbs crunch crunchy crusade crusader crush crusher crusty
  cruzazul crybaby crypto crysis crysta crystal cstrike csyekz csyjxtr ctdfcnjgjkm cthtuf cthulhu cthutq cthuttdyf ctrhtn cubano cubbies cubswin cuckoo cucumber cuddles
  cudjz cueball cuervo culinary cullen culture cum4me cumalot cumeater cumface cumload cummer cumming cummings cummins cumonme cumshot cumslut cuntlick cunts cuntsoup
  cupcake cupoi curious curley curly current curtis custard custer custom customer cuthbert cutie cutiepie cuties cutlass cutter cvbhyjd cvbhyjdf cvthnm cvzefh1gkc cwoui
  cxfcnkbdfz cxfcnmt cxfcnmttcnm cyber cyberonline cybersex cyborg cycle cyclone cyclones cyclops cygnus cygnusx cynthia cypher cypress cyprus cyrano cyrus d6o8pm
  d8cd98f00b dabears dabomb dabulls dad2ownu daddio daddy daddyo daddys daedalus daemon daewoo daffodil daffy dagestan dagger dagmar dagobert dagwood dahlia daily daisey
  daisy daisydog daisymae dakine dakota dalejr dalila dallas dallastx dalshe dalton damage damager daman damian damien damion dammit damned damnit damon dance dancer
  dancing dandfa dandy danger dangerou dangerous danie daniel daniela daniele danielit daniell daniella danielle daniels daniil danil danila danilka danilo danimal danish
  danman danmark danni dannon danny dannyboy dante dantes danthema danzig daphne dapper dapzu daredevi daredevil darian darien darina darius darkange darkangel darkelf
  darken darker darkjedi darkknight darklord darkman darkmoon darknes darkness darkone darkside darkstar darkwing darla darlene darlin darling darnell darrel darrell
  darren darryl darth darthvad darthvader darts darwin dasani dasha dashadasha dasher dashka database dating datsun daughter davecole davedave davey david davida davidb
  davidc davidd davide davidj davidl davidm davidoff davids davidson davies davinci davis dawggy dawgs dawns dawson daydream daylight daytek daytime dayton daytona dazzle
  dbnfkbq dbnfkbr dbnfkz dbrecz dbrnjh dbrnjhbz dbrnjhjdbx dcpugh ddddd dddddd deacon deacons deadeye deadhead deadlift deadly deadman deadmeat deadpool deadspin dealer
  deanna death deathnote deathrow deaths debate debbie debora deborah debra decatur december decimal decker declan deedee deejay deepak deepblue deeper deepsea deepthro
  deepthroat deere deerhunt deeznuts deeznutz default defcon defence defender defense defiant defjam deftones degree deicide deimos dejavu delaney delano delaware delboy
  delete delfin delgado delight delilah delivery delldell delmar delorean delores delphi delphin delphine delpiero delsol delta deltas deluxe democrat demon demonic
  demons dempsey denali denied deniro denis denisa denise deniska denmark denni dennis denny density dental dentist denton denver depeche deputy derby derek derevo derick
  derparol derrick descent desert design designer desire desiree desires deskjet desktop desmond desperad desperado destin destiny destro destroy destroye destroyer
  detail details detect detectiv detroit deuce deusex deutsch deutschland develop device devil devildog deville devilman devilmaycry devilmaycry4 devils devin devine
  devious devon dewalt dewayne dewey dewitt dexter dfcbkbcf dfcbkbq dfghjc dfhdfhf dfkthbz dfkthf dfktynby dfktynbyf dfvgbh dfytxrf dharma dhip6a dhjnvytyjub diabl diablo
  dialog diamant diamante diamon diamond diamonds diana diane dianka dianna dianne diaper diapers diceman dickdick dickens dicker dickey dickface dickhead dickie dickless
  dickman dicks dickweed dicky diddle didier diego diehard diesel dietcoke dieter digger diggler digimon digital digitalprodu digiview dilbert dildo dildos dilligaf
  dillon dillweed dimadima dimarik dimas dimasik dimebag dimensio dimension dimitri dimple dimples dinamo dinara dindom dinero dingbat dingdong dinger dingle dingo dingus
  dinner dinosaur diogenes dionne diplomat dipper dipset dipshit dipstick direct director direwolf dirtbag dirtbike dirty dirtydog disabled disaster disco discount
  discover discovery discreet discus disney distance disturbed ditto diver divers divine diving division divorce divorced dixie dixon dizzy django djdjxrf djgabbab
  djivanfros djkjlz dkflbckfd dkflbr dkflbvbh dkflbvbhjdbx dkflbvbhjdyf dmband dmitri dmitrii dmitriy dmitry dmoney dnsadm dobber doberman dobson dockers docto doctor
  document dodge dodger dodgeram dodgers dodges dogbert dogbite dogbone dogboy dogcat dogface dogfart dogfish dogfood dogger dogggg doggie doggies doggone doggy doggydog
  doggys doggystyle doghouse dogma dogman dogmeat dogpound dogshit dogwood doitnow dokken doktor dolemite dolfan dollar dollars dollface dolly dolores dolphi dolphin
  dolphins doma77ns domain domainlock domenico domenow domestic dominate dominator domingo domini dominic dominica dominick dominik dominika dominion dominiqu dominique
  domino dominos dominus donald donger donjuan donkey donna donner donnie donny donovan dontknow donut donuts doobie doodah doodie doodle doodles doofus doogie dookie
  dooley doomed doomsday doorknob doorman doors doorway doozer dopey doqvq dorado doraemon doreen doremi dorian doris doritos doroga dorothy dorsey dortmund dotcom
  dothedew dottie double doubled douche doudo dougal doughboy doughnut dougie douglas downer downey downhill download downtown dozer draco dracula drag0n drago dragon
  dragonba dragonball dragonballz dragonfl dragonfly dragons dragonz dragoon dragrace dragster drake drakon draper draven drawing drdoom dread dream dreamcas dreamcast
  dreamer dreamers dreaming dreamon dreams dreamy dresden dress drevil dribble drifter drifting driller drink drinker drinking drinks dripping drive driven driver drivers
  driving drizzt drjynfrnt droopy dropdead dropkick drowssap drpepper druid drumline drummer drummers drums drunk dryden drywall dshade dte4uw dthjxrf dthjybrf dthyjcnm
  dtkjcbgtl dtxyjcnm dtythf duane dublin ducati duchess duckduck duckhunt duckie duckling duckman ducks ducksoup ducky dudedude dudeman dudes dudley duffbeer duffer
  duffman duffy dukeduke duluth dumbass dummies dummy dumpster dunbar duncan dundee dungeon dunhill dunkin dunlop dupont duracell durand duranduran durango durden durham
  duster dustin dustoff dusty dustydog dutch dutchess dutchman dvader dwarf dwayne dwight dyjuy dylan dynamic dynamite dynamo dynasty dzxtckfd e2w1q eadgbe eagle eagleone
  eagles earnhard earth earthlin earthlink easter eastern easton eastside eastwood easypay eater eating eatme eatmee eatmenow eatmeraw eatpussy eatshit ebony echelon
  eclipse ecstasy ecuador edc4rfv edcrfv edcvfr eddie edgar edgewise edinburg edinburgh edison edith edition editor edmond edmonton edmund edthom eduard eduardo education
  edwar edward edwardcullen edwards edwardss edwin eeeee eeeeee eeyore effect egghead eggman eggplant egorka egorov egorova eight eightbal eightball eighteen eighty
  eileen einstein ejaculation ekaterina ekmzyf elaine elbereth elcamino eldiablo eldorado eleanor electra electric electro electron elefant elektra element elements elena
  eleonora elephant elevator eleven elgato elijah elisa elisabet elisabeth elise elisha elissa elite elizabet elizabeth elizaveta ellen ellie elliot elliott ellis elmer
  elmira elnino elodie elohim eloise elpaso elric elrond eltoro elvira elvis elvisp elway elwood emachine emachines emanuel embalmer embassy emerald emerson emili emilia
  emilie emilio emily emine eminem emmanuel emmett emmitt emperor empire empires empress enable encore ender endless energize energy enfield enforcer engage engel engine
  engineer england english enigma enjoy enkeli enough enrico enrique enter enterme enternow enterpri enterprise enters entertainment entrance entropy entry envelope
  envision epaulson epiphone epsilon epson equinox eragon eraser erasmus erasure erection erfolg erica ericeric erick ericka ericsson erika ernest ernesto ernie erotic
  erotica error errors erwin escalade escape escher escobar escorpio escort eskimo esmeralda espana espresso esprit esquire essence essendon estate esteban estella
  estelle esther estrell estrella eternal eternity ethan ethernet etienne etnies etoile euclid eugen eugene eugeni eunice euphoria eureka europa europe evanescence
  evangeli evangelion evans evelina evely evelyn evenflow everest everett evergree evergreen everlast everques everquest everton everyday evgenii evgeniy evgeniya
  evildead evilone evolutio evolution ewelina ewqasdcxz ewtosi excalibu excalibur excel excell excellen excess exchange excite exeter exigen exigent exodus exotic
  experience experienced expert explode exploite explore explorer export express extensa extra extreme eyeball eyecandy ezekiel f00bar f00tball f15eagle f9lmwd fabia
  fabian fabie fabien fabienn fabienne fabio fabiol fabiola fabregas fabric fabrizio fabulous facebook facefuck faceoff facial factor factory faggot failsafe failure
  fairlane fairview fairway faisal faith faithful fakepass falco falcon falcons fallen falling fallon fallout falstaff famil famili familia family famous fanatic fancy
  fandango fannie fanny fantasia fantasies fantasti fantastic fantasy fantom fantomas faraon farcry farida farley farmboy farmer farrah farrell farscape farside farter
  farting fartman fartripper fashion fast4u fastback fastball fastcar fastcars faster fatass fatboy fatcat fatcock fathead father fathom fatim fatima fatima753357 fatluvr
  fatman fatpussy fatty faulkner faust favorit favorite favour favre fcbayern fchbg fduecn feanor fearless feather feathers february federal federic federica federico
  fedorov feeder feedme feelgood feeling feetfeet felice felicia felicity feline felip felipe felix felixx fellatio fellow fellowes felony female females femmes fencer
  fender feniks fenix fenris fenster fenton fenway ferdinand fergie fergus ferguson fermat fernand fernanda fernande fernandez fernando ferrar ferrari ferret ferris
  fester festival festus fetish fettish fever feyenoord fffff ffffff fffffff fghtkm fgjrfkbgcbc fgtkmcby fhctybq fhntvrf fhvfutljy fialka ficken fiction fiddle fiddler
  fidelio fidelis fidelity fidget field fields fiesta fifteen fifty figaro fight fightclu fightclub fighter fighters fighting figment figure filbert files filimon filipp
  filippo films filter filthy final finalfan finalfantasy finally finance findaupair findaupair007 finder finger fingers finish finland finley finnegan fiona fireball
  firebird fireblad fireblade firedog firefigh firefighter firefire firefly firefox firehawk fireman firenze firestar firestor firestorm firetruc firewall firework first
  fischer fishbone fishcake fisher fisherma fisherman fishes fishface fishfish fishhead fishin fishing fishman fishnet fishon fishtank fishy fister fistfuck fisting
  fitness fitter fivestar fkbyjxrf fkbyrf fkmnthyfnbdf fktrcfylh fktrcfylhf fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf fktrctq fktyeirf fktyrf flame flamengo flamer flames
  flaming flamingo flanders flange flanker flapjack flapper flare flash flasher flashman flashy flathead flatron flavia flavor fleet fleming flesh fletch fletcher
  flexible flhtyfkby flicks flight flint flintsto flipflop flipmode flipper flippy flipside flogger floppy flora flore florenc florence flores floria florian florid
  florida flossie flossy flounder flowe flower flowers floyd flubber fluff fluffy flvbybcnhfnjh flyaway flyboy flyer flyers flyfish flyguy flyhigh flying fmale fnkfynblf
  focus foghorn fokker folder follow followme fomoco fontaine fonzie foobar foolio foolish foosball footbal football footjob footlove footman forall forbes force forces
  fordf fordman fordtruc foreman forensic foreplay foreskin forest forester foreve forever foreveryoung forfun forge forget forgetit forgiven forgot forgotten forklift
  forlife format forme formula forrest forsaken forsberg fortress fortuna fortune forty forum forums forumwp forward foryou fossil foster fosters fountain fourteen fowler
  foxcg foxfire foxhound foxtrot foxylady fozzie fraggle fragile frame framer franc france frances francesc francesca francesco franci francine francis francisc francisco
  franck franco francois frank frankfur franki frankie franklin franks franky franny frantic franz fraser frasier frazier frdfhbev freak freaked freaks freaky freckles
  fredd fredderf freddie freddy frederi frederic frederick frederik frederiksberg fredfred fredrick free4all freebie freebird freedo freedom freee freefall freefree
  freeland freelove freeman freeme freenet freepass freeporn freesex freestyl freestyle freetime freeuser freeway freewill freeze freezer frehley freight freiheit fremont
  french frenchie frenchy frenzy fresca fresh fresno friday fridge frieda frien friend friendly friends friendship friendster fright frigid fringe frisbee frisco frisky
  fritter fritz frodo frogfrog frogger froggie froggy frogman frogs frolova front frontera frontier frosch frost frosty frozen fruit fruitbat fruity fuaqz fubar fucing
  fuck0ff fuck_inside fuckall fucke fucked fuckedup fuckem fucker fuckers fuckface fuckfest fuckfuck fuckhead fuckher fuckin fuckina fucking fuckinside fuckit fucklove
  fuckm fuckme fuckmehard fuckmenow fuckof fuckoff fucks fuckshit fuckslut fuckthat fucktheworld fuckthis fucku fuckup fuckyeah fuckyo fuckyou fuckyoubitch fucmy fudge
  fuente fugazi fujifilm fujitsu fuking fukkc fulcrum fulham fullback fuller fullmoon fulton fun4me function funeral fungus funguy funhouse funky funny funnyman funsex
  funstuff funtik funtime funtimes furball furious furman fusion fussbal fussball futbol futura futurama future futures futyn fuzzball fuzzy fy.nrf fyfcnfcbz fyfnjkbq
  fylhtq fylhtqrf fynfyfyfhbde fynjirf fynjybyf fytxrf fyutkbyf fyutkjr fyutkjxtr fyyeirf fzappa g00ber g3ujwg gabber gabbie gabby gabrie gabriel gabriela gabriele
  gabriell gabriella gabrielle gadget gaelic gaell gaetano gaffer gagarin gagged gagging gaijin galactic galadriel galahad galant galary galatasaray galaxie galaxy galena
  galeries galileo galina gallardo gallaries gallery galore galway gambit gamble gambler gameboy gamecock gamecube gameover gamer gamera gamers games gametime gaming
  gamma gandalf gandhi gandolf gandon ganesh ganesha gangbang gangbanged gangrel gangsta gangster ganja ganjaman ganjubas gannibal gannon ganster ganymede garage garbage
  garci garcia garden gardenia gardens gardner gareth garfiel garfield gargamel gargoyle garion garland garlic garner garnet garnett garret garrett garrison garry garten
  garter garth garvey gasman gaston gatech gates gateway gateways gatit gatito gator gatorade gators gatsby gaucho gavin gawker gayboy gaylord gaymen gaysex gazelle gazza
  gbcmrf gbgbcmrf gbhfvblf gbpltw gbyudby gdtrfb gearhead gecko geezer gegcbr geheim gehrig geibcnbr geirby geisha gemin gemini gemma gemstone gender general generals
  generic genesi genesis geneva geneviev genghis geniu genius genocide gentle gentry geoffrey geology georg george georges georgi georgia georgie georgina gerald geraldin
  gerard gerardo gerber gerbil gerhard gerhardt germaine german germany geronimo gerrard gerry gertrude gesperrt getalife getin getit getlost getmein getmoney getoff
  getout getsdown getsome getting gfcgjhn gfdkbr gfgfvfvf gfgjxrf gfhfif gfhfktkjuhfv gfhfljrc gfhjdjp gfhjkm gfhjkmgfhjkm gfhjkmxbr gfhjkzytn gfhkfvtyn gfhnbpfy gfhreh
  gfnhbjn gforce gfynthf ggggg gggggg ghandi ghbdtn ghbdtnbr ghbdtnbrb ghbdtndctv ghbdtnghbdtn ghbdtnrfrltkf ghblehjr ghblehrb ghbrjk ghbrjkbcn ghbrjkmyj ghbynth
  ghbywtccf ghetto ghfdlf ghhh47hj ghjatccbjyfk ghjcnbnenrf ghjcnj ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr ghjcnjq ghjcnjqgfhjkm ghjcnjrdfibyj ghjdthrf ghjkju
  ghjnbdjcnjzybt ghjnjnbg ghjnjrjk ghjuhfvvf ghjvtntq ghost ghostman ghostrid ghostrider ghosts ghtdtlvtldtl ghtktcnm giacomo gianluca gianna gianni giant giants gibbon
  gibbons gibson gibsonsg giddyup gideon gidget gifted gigabyte giggle giggles gigolo gilbert gilles gillette gillian gilligan gilmore gilmour gimme ginge ginger ginola
  ginscoot giorgi giorgio giovann giovanna giovanni giraffe girdle girfriend girlfriend girlie girlies girls girsl gisela giselle gitara giulia giulio giuseppe giveitup
  giveme gixxer gizmo gizmodo gizmos gizzmo gjgeufq gjhjkm gjkbyf gjkysqgbpltw glacier gladiato gladiator gladys glamour glamur glasgow glass glasses glassman gldmeo
  glenda glendale glenn glennwei glenwood glider glist glitter global globus glock gloria glorious glory glotest glove glover gloves gmoney gn56gn gnaget gnasher gnbxrf
  gnusmas go2hell goalie goarmy goatboy goats goaway gobears gobigred goblin goblue gobrowns gobucks gobucs gocats gocubs godawgs godbless godboy goddess godfathe
  godfather godfrey godislove godiva godlike godofwar godsmack godson godspeed godwin godzilla goethe gofast gofish goforit gogators gogeta gogreen gohan gohawks goheels
  gohogs gohome goirish goldberg golden goldeney goldeneye goldfing goldfinger goldfish goldie goldman goldmine goldrush goldstar goldwing golfball golfclub golfer
  golfgolf golfgti golfing golfman golfnut golfpro golgo goliath gollum gomer gomets gomez gonads gonavy gonefish gonzale gonzales gonzalez gonzo goober goobers goochi
  good2go good4u goodboy goodbye goodday gooddog goodfell goodfood goodgirl goodguy goodie goodies goodison goodlife goodluck goodman goodness goodnews goodone goodsex
  goodstuf goodtime goodtimes goodwill goodwin goody goodyear goofball goofy google gooner goonies goose gooseman gopack gopher gophers gordito gordo gordon gorgeous
  gorgon gorilla gorillaz gorman gospel gotcha goten gotenks gotham gothic gotigers gotlove gotmilk gotohell gotribe gotyoass govols gr8ful gr8one grace gracie graduate
  graeme graffiti graham grainger gramma grammy gramps granada grand grandam grande grandma grandpa grandpri grandprix granite granny grant grape grapeape grapes graphic
  graphics grass grasshop grassy grateful gratis gravel graves gravis gravity grayson graywolf grease greasy great greatest greatone greatsex greddy greece greedisgood
  greedo greedy greek greeks green greenbay greenbud greenday greene greeneye greenlantern greenman greens greentea greenwoo greeny gregg gregor gregory gremlin gremlins
  grenade grendel greta gretchen gretta gretzky greyhoun greywolf griff griffen griffey griffin griffith griffon grifter grigio grils grimace grime grimlock grinch
  grinder gringo grisha grizli grizzly grogan gromit groove groovy groucho ground group groupd groups grout grove grover growler grubber grumpy grunge grunt gryphon gspot
  gstring gtfullam gthcbr gthtrfnbgjkt gtkmvtyb gtkmvtym gtnhjdbx gtnhjdf gtnhjpfdjlcr gtxtymrf guang guard guardian guatemal gubber gucci guderian gudrun guess guessit
  guesswho guest guevara guide guido guillaum guillerm guilty guiness guinness guitar guitarra guitars gulliver gulnara gulnaz gumball gumbo gumby gundam gunman gunnar
  gunner gunners gunsling gunsmoke gunter gunther gussie gustav gustavo gutter guyute guyver gy3yt2rgls gymnast gymnastic gypsy h2opolo h4x3d habana habibi hacked hacker
  hackers hackerz hacking hadoken hadrian haggard haggis hahah hailey hairball haircut hairy hakeem halcyon haley halflife halfmoon halfpint halibut halifax hallie
  hallmark hallo hallowee halloween hambone hamburg hamburge hamburger hamilton hamish hamlet hammarby hammer hammerhe hammers hammond hamper hampton hamster hancock
  handbag handball handcuff handle handler hands handsome handyman hangman hanna hannah hannes hannibal hannover hanover hansel hansen hansol hansolo hanson hanuman
  happines happiness happy happyday happydays happydog happyman happys harald harbor harcore hardball hardcock hardcore harddick harder hardhead harding hardon hardone
  hardrock hardware hardwood hardwork hardy haribo harlan harle harlem harley harman harmon harmony harold harper harpoon harpua harrier harriet harris harrison harry
  harrypot harrypotter harrys hartford hartley hartman harvard harvest harvey hassan hastings hatcher hatchet hateme haters hatfield hatred hatter hatteras hattie
  hattrick haunted havana havefun having havoc hawaii hawaiian hawker hawkeye hawkeyes hawkins hawks hawkwind hawthorn hayabusa hayden hayes hayley haynes hayward hazard
  hazel hazmat hcleeb hd764nw5d7e1vb hd764nw5d7e1vbv headache header headless headshot healey health heart hearts heater heath heathe heather heathers heaven heavenly
  heavy heavyd hecate heckfy hector hedgehog hedges hedimaptfcor heeled heels heidi heineken heinlein heinrich heinz hejsan helen helena helene helios helium hellas
  hellbent hellboy hellcat hellfire hellion hellno hello hello2u hellohel hellohello hellokit hellokitty hellome helloo hellos hellothe hellou hellow helloyou hellraiser
  hellsing hellya hellyeah helmet helmut helpdesk helper helphelp helpless helpme helsinki hemicuda hemlock henderso henderson hendrix henley hennessy henning henrik
  henry hentai henti herald herbal herbert herbie hercule hercules hereford heretic herewego heritage herman hermann hermes hermione hermit hermos hernande hernandez
  heroes herons herring hershey hesoyam hester hetfield hewitt hewlett heybaby heynow heyyou hfgcjlbz hfjdk hfleuf hfljcnm hfytnrb hhhhh hhhhhhh hibernia hickory hicks
  hidden higgins highbury higher highheel highland highlander highlife highway hihje hiking hilary hilfiger hillary hillbill hillbilly hillman hills hillside hilltop
  hilton hiphop hippie hippo hippos hiroshi hirsch history hitachi hithere hitler hitman hitomi hitter hiziad hjccbz hjvfirf hjvfyjdf hobart hobbes hobbit hobbs hoboken
  hocke hockey hoddle hodges hoffman hogan hogtied hogwarts hokies holahola holdem holden holein holeinon holes holger holiday holidays holla holland holley hollie hollis
  hollow holly hollydog hollywoo hollywood holmes holstein holycow holyshit hombre homebase homeboy homebrew homeless homely homemade homepage homer homerj homers
  homersim homerun hometown homework homey homies hommer honda hondacbr hondacivic hondacrx hondas hondo honduras honest honesty honey honeybee honeybun honeydew honeys
  hongkong honolulu honor hooch hoochie hooked hookem hooker hookers hookup hooligan hooper hoopla hoops hoopstar hoopster hoosier hoosiers hooter hooters hootie hoover
  hooyah hopeful hopefull hopeless hopkins hopper horace horatio hores horizon horndog hornet hornets horney horny hornyboy hornyguy hornyman horror horse horseman
  horsemen horses horsey horton horus hoser hospital hosted hot2trot hot4u hotass hotbabe hotbabes hotbox hotboy hotchick hotcock hotdog hotdogs hotel hotgirl hotgirls
  hotguy hotlegs hotline hotlips hotmama hotman hotone hotpants hotpussy hotrats hotred hotrod hotsauce hotsex hotshit hotshot hotspur hotstuff hotter hottest hottie
  hotties hottub hotty hotwheel hotwife houdini hound hounddog hounds house houses housewife housewifes houston hover howard howdy howell howie howler hr3ytm hrdnw hrfzlz
  hrvatska hsu75kpot htubcnhfwbz htubyf huang hubbard hubert hudson hufmqw hugecock hugetits hugger hughes hugoboss hulkster human humble humboldt humbug hummel hummer
  humper humphrey humpty hungry hunte hunter hunters hunting hurley hurrican hurricane husband husker huskers huskies husky hussain hustle hustler hxboqg hybrid hydro
  hydrogen hyper hyperion hyundai iamcool iamgay iamgod iampurehaha iampurehaha2 iawgk ib6ub ibanez ibill ibilljpf ibilltes ibrahim icarus iceberg icecold icecream
  icecube icehouse iceland iceman icetea ichabod ichiro idaho iddqd idefix idiom idiot idiots idontkno idontknow idunno iforget iforgot ignacio ignatius igorek iguana
  ihateu ihateyou iiiii iiiiii iiyama ijrjkfl ijrjkflrf ilikeit ilikepie ilikesex illegal illini illinois illmatic illumina illusion ilona ilove iloveamy iloveboobies
  ilovegod iloveher iloveit iloveme ilovemom ilovemyfamily ilovemyself ilovepor iloveporn ilovepussy ilovesex iloveu iloveyo iloveyou iluvsex image images imagine imation
  imback imcool imhorny imissyou immortal imogen impact impala impalass imperial imperium implants import impreza impulse imtheman imzadi incest inches incognito income
  incubus indahous indain independent index india indian indiana indianali indians indica indiglo indigo indira indon indonesia indycar infamous infantry infected inferno
  infinite infiniti infinity inflames inform information ingeborg ingodwetrust ingram ingrid inkjet inlove innocent insane insanity insecure insert insertion insertions
  inside insider insight insomnia inspiron install installdevic installsqlst instant instinct integra integral intel intell intelligence intense inter interacial interact
  intercourse interest interests interex intern internal internat international interne internet interpol intrepid intruder inuyasha invader invest investor invictus
  invis iomega ip76k iphone ipo54tj45uy ipo54tj45uy856 ipswich irakli ireland irene irina irinka irish irisha irishka irishman iriska irland ironhead ironhors ironmaid
  ironmaiden ironman irvine irving isaac isabe isabel isabell isabella isabelle isacs isaiah iscool iseedeadpeople isgreat ishikawa ishmael ishot ishtar iskander islam
  island islander islands ismael ismail israel issues istanbul istheman itachi italia italian italiano italy itisme itsme itworks ivanhoe ivanov ivanova iverson iwantin
  iwantsex iwantu iwantyou izabella izzicam j3qq4h7h2v j4ye3uz jabba jabber jabroni jachin jackal jackass jackdog jackel jacker jacket jackets jacki jackie jackjack
  jackman jacko jackoff jackpot jacks jackso jackson jacky jacob jacobs jacque jacques jacqui jadzia jaeger jagger jaguar jaguars jailbait jailbird jaime jakarta jakedog
  jakejake jakers jakester jamaica jamal jambo james jamesb jamesbon jamesbond jamesbond007 jamesd jameson jamess jamest jamie jamies jamila jamison jammer jammin janelle
  janet janeway janice janina janine janna jansen januar january janus japan japanees japanes japanese jared jarhead jarred jarrett jarrod jarvis jasmin jasmine jason
  jasonb jasons jaspe jasper javelin javie javier jaybird jaycee jaydee jayden jayhawk jayhawks jayman jayson jazmin jazmine jazzman jazzy jbond jdeere jeadmi jeanette
  jeanie jeanine jeanne jeannie jediknig jediknight jedimast jeepcj jeeper jeepers jeepjeep jeepman jeepster jeeves jefferso jefferson jeffery jeffjeff jeffrey jeffro
  jehovah jelena jello jelly jellybea jellybean jellyfis jemoeder jenifer jenkins jenna jennaj jenni jennie jennife jennifer jennings jenny jennys jensen jerem jeremiah
  jeremy jericho jerking jerkoff jerky jermaine jerome jeronimo jerry jerryg jerrylee jerrys jersey jerusalem jesper jesse jessi jessic jessica jessie jessika jester
  jesucrist jesus jesusc jesuschrist jesuss jetaime jeter jethro jetski jetson jetta jewboy jewel jewell jewels jewish jezebel jiang jigga jiggaman jigger jiggy jigsaw
  jillian jimbeam jimbo jimbob jimbos jimmie jimmy jimmys jingle jingles jiong jiujitsu jjjjj jjjjjj jktxrf jktymrf jlaudio jledfyxbr joachim joanie joann joanna joanne
  joaquin jocelyn jockey jodeci joeblow joebob joeboy joecool joejoe joelle joemama johan johann johanna johanne johannes johnboy johncena johndeer johndeere johndoe
  johngalt johnjohn johnmish johnn johnnie johnny johnpaul johnson johnston joints joker jokers joking jolene jolly jomama jonas jonatha jonathan jonathon jonboy jones
  joness jonesy jonny joonas jorda jordan jordon jordyn jorge josef joselui joseluis josep joseph josephin josephine josephphone josephphone7 joshu joshua josiah josie
  joung journey joyce joyful joyride joystick jrcfyf jsbach juancarlo juanita juanito juarez jubilee judas judge judith juergen juggalo juggle juggs jughead juice juices
  juicy jukebox jules julia julian juliana julie julieann julien julies juliet juliette julio julius jumanji jumble jumbo jumper jumping jumpman junction juneau junebug
  junfan jungle junio junior juniper junker junkie junkmail junkyard jupiter jurassic just4fun just4me just4you justdoit juster justi justice justin justinbieber justine
  justme justus juvenile juventu juventus jys6wz k.jdm k.lvbkf k2trix kaboom kabuki kadett kahlua kahuna kailey kailua kaiser kaitlin kaitlyn kajak kakadu kakarot
  kakaroto kakashi kakashka kaktus kalina kalle kallie kamala kamasutra kamehame kamikadze kamikaze kamil kamila kamilla kanada kaneda kangaroo kansas kaplan kappa
  kapusta karachi karamba karamelka karaoke karapuz karate kardon kareem karen karin karina karine karla karlos karma karmen karolina kasandra kasey kashmir kasia
  kasparov kasper kassandra kassie kasumi katana katarina katelyn katenok katerina katharin katherin katherine kathleen kathrin kathryn kathy katie katina katrin katrina
  katten katusha katya katze katzen kavkaz kawaii kawasaki kayak kayla kaylee kayleigh kazanova kazantip kbctyjr kbytqrf kcchiefs kcj9wx5n keaton keegan keenan keeper
  keepout keesha keisha keith keksa keller kelley kelli kellie kelly kellyb kellys kelsey kelsie kelvin kendall kendra kennedy kennet kenneth kennwort kenny kenobi
  kenshin kenton kentucky kenwood kenworth kenya kenyon kenzie kermit kernel kerouac kerrie kerry kerstin kestrel ketchup kevin kevinp kevins kevlar keyboard keyser
  keystone keywest kfcnjxrf kfgjxrf kfhbcf kfvgjxrf khaled khalid khalil kickass kicker kickflip kickit kicksass kidney kidrock kieran kikimora kilgore kilkenny killa
  killah killbill kille killemall killer killers killian killing killjoy killkill killme killroy killyou killzone kilroy kimball kimber kimberle kimberly kimchi kimmie
  kimmy kindbud kinder kindness kindred kingair kingdom kingfish kingking kingkong kingpin kingrich kings kingsize kingsley kingston kingtut kinky kipling kipper kirby
  kirill kirkland kirkwood kirsten kirsty kismet kisses kissing kisska kisskiss kissme kissmyas kissmyass kitana kitchen kiteboy kitkat kitten kittens kittie kitties
  kitty kittycat kittykat kittys kjgfnf kjifhf kjiflm kjkszpj kjrjvjnbd klaatu klaste klaster klaudia klaus kleenex klein kleopatra klingon klizma klondike klootzak
  klopik klopklop kmfdm knarf knickerless knickers knicks knife knight knights knives knock knocker knockers knockout knopka knowledg knowledge knuckles knulla koala
  kochamcie kochanie kodak kodiak kohler kojak kokomo kolbasa koleso kolibri kolobok kolokol kombat komodo komputer konfetka kongen konrad konstantin kontakt kontol
  konyor kookie koolaid kordell korea korean koroleva korova kosher koshka kosmos kosova kosovo kostas kostik kostya kotaku kotenok kovalenko kozerog kozlov kozlova
  kraken kramer krasnodar krasota krasotka kratos kremlin krishna krissy krista kristal kristen kristi kristian kristie kristin kristina kristine kristy krokodil krolik
  kronos kruger krusty krypto krypton krystal ksenia kseniya ksusha kswbdu kthjxrf ktjynsq ktjynsq40147 ktyjxrf kuang kubrick kukolka kukuruza kukushka kumar kungfu
  kurosaki kurtis kusanagi kuwait kylie l2g7k l3tm31n l58jkdjp l8g3bkde labatt labia labonte labrador labtec lacey lacoste lacrimosa lacrosse ladder laddie ladies ladles
  ladybird ladyboy ladybug ladydog ladygaga laetitia lager lagnaf lagoon laguna lagwagon lahore laker lakers lakeside lakeview lakewood lakings lakota lakshmi lalakers
  lalaland lamar lambchop lambda lambert lamborghini lamer lamesa lamont lampard lancaste lancaster lance lancelot lancer lancia lander landing landlord landmark landon
  landrove landrover landry landscap langley language lanman lansing lantern lapdance lapochka laptop laracrof laracroft laredo large larisa larissa larkin larry larrys
  larsen larson larsson lasalle laser laserjet lasers lasher lassie lasttime lasvega lasvegas later latex latin latina latinas latino latitude latvia laugh laughing
  laughter launch laura lauras laure laurel lauren laurence laurent laurie lausanne lavalamp lavender laverne lawdog lawman lawrence lawson lawyer laxman layla lazarus
  lback lbfyjxrf lbtest lbvjxrf leader leafs league leahcim leanne learjet learning leather leavemealone leaves lebanon lebowski lebron ledzep leeann leeds leedsutd
  leeloo leeroy left4dead lefty legacy legal legend legenda legends legion legman legoland legolas legos lehjxrf lehman leiceste leigh leila leilani leinad leisure lekker
  leland lemans lemieux lemmein lemming lemmings lemon lemonade lemond lemons lenin leningrad lennon lennox lenny leno4ka lenochka lenore leonard leonardo leone leonid
  leonidas leonie leonora leopard leopold leroy lesbain lesbean lesbens lesbian lesbians lesbo lesbos lesley leslie lespaul lestat lester lethal leticia letitbe letitrid
  letme1n letmei letmein letmeinn letmeinnow letmesee letsdoit letsfuck letsgo letsplay letter letters lettuce levani level lever lewis lexicon lexingky lexingto lexmark
  lexus lfhbyf lfiekz lfitymrf lfybbk lfybkf lfybkrf lhbjkjubz lhbjkjubz2957704 lhfrjy liang libby liberal libero liberta libertad liberty libido libra library lickem
  licker licking lickit lickme licorice lifehack lifeisgood lifetime lifter light lighter lighthou lighthouse lighting lightnin lightning lights likeit lilbit lilian
  liliana lilith liliya lillian lillie lilly lilman lilwayne limaperu limerick limewire limited limpbizkit limpone limpopo lincoln linda lindas linden lindros lindsay
  lindsey lineage lineman lingerie linkin links linsey linus linux lionel lioness lionhear lionheart lionking lionlion lions lipstick lipton liquid lisalisa lisboa
  lisenok listen lister lithium litle little littlebi littlema littleton livelife liver liverpoo liverpool lives livewire living lizard lizaveta lizzard lizzie lizzy
  ljrnjh ljxtymrf llama llamas lloyd loaded loader loading lobster location lockdown locked locker lockerroom lockheed lockout locks lockwood locoloco locoman locust
  locutus logan logger logical logitech loglatin lokiloki lokomotiv lolipop lolit lolita lollipop lollo lollol lolly lollypop lolol lololol loloxx lolwut lombard londo
  london lonely lonesome lonestar lonewolf longbeac longbow longdick longdong longer longhair longhorn longhorns longjohn longlegs longshot longtime lonnie lookatme
  looker lookin looking lookout lookup loomis looney looper loose looser lopas lopata lopez loredana lorelei loren lorena lorenz lorenzo loretta lorien lorraine losangel
  losangeles loser losers lost4815162342 lostone lostsoul lothar lotion lottery lottie lotus loudog louie louis louisa louise loulo loulou lounge lourdes love777321777
  lovebug lovecraf lovefeet lovegod lovegun lovehate loveis loveit lovejoy lovel loveless lovelife lovell lovelove lovely lovem loveme lovepussy lover loverboy loverman
  lovers loves lovesex lovesexy lovesme lovetits loveya loveyou lovin loving lowdown lowell lower lowlife lowrider loyalty loyola lsutiger ltdjxrf lthgfhjkm lthtdj
  ltkmaby ltybcrf ltymub lucas lucent lucia lucian luciana luciano lucien lucifer lucille lucinda luckey luckie lucky luckyboy luckydog luckyman luckyme luckyone luckys
  ludacris ludmila ludwig lugano lugnut luigi lukas lumber lumina lumpy lunar lunatic lunch lunchbox luscious lustful lusty luther luv2epus luzern lvbnhbq lydia lynch
  lynette lynne lytdybrbdfvgbhf lytghjgtnhjdcr lyudmila m0nk3y m0nkey m2do5bs m5wkqf mabel macaco macarena macaroni macbeth macdaddy macgyver machine machines macho
  machoman maciek macintos macintosh mackenzi mackenzie mackey mackie macleod macman macros macross madagaskar madala madcat madcow madden maddie maddison maddog maddux
  maddy madeira madeline madhouse madina madiso madison madman madmax madness madoka madonn madonna madrid madsen maestro mafia magadan magali maganda magazine magdalen
  magdalena magelan magellan magenta maggi maggie maggot magic magical magician magick magicman magics magnavox magnet magneto magnolia magnum magnus magoo magpie magpies
  magyar mahal mahalkita mahalko mahalo mahler mahoney maiden mailbox mailcreated mailman mailru maine mainland maison majestic major makaka makarov makarova makaveli
  makayla makeitso makemone makemoney maker makers makoto maksik maksim maksimka malachi malaga malaka malakas malaysia malcolm malcom maldini malibu malice malika malina
  malinka malish malishka mallard mallet mallorca mallory mallrats malone malvina mamacita mamamia mamapapa mamas mamasita mambo mamedov mamit mamita mamma mammamia
  mammoth mamo4ka mamochka mamont manage manager manana manatee manchest manchester manchu mancity mandarin manders mandingo mandolin mandrake mandy manfred manga mango
  mangos manhatta manhattan mania maniac manifest manila manish manitou mankind manner mannheim manning mannn manny manolo manowar mansell mansion manson mansur mantis
  mantle mantra manual manuals manue manuel manuela manunite manunited manutd manwhore manzana mapet maple maprchem maprchem56458 maradona marajade marat marathon
  marauder marbella marble marbles marcel marcela marcella marcello marcelo march marcia marcie marcin marcius marco marconi marcopol marcos marcus marcy marduk margaret
  margarit margarita margaux margie margit margo margosha margot maria mariah mariam marian mariana marianna marianne mariano maribe maribel maricon marie mariel marietta
  marigold marijuan marijuana marika mariko marillio marilyn marimba marin marina marinamarina marine mariner mariners marines marinka marino mario marion marios maripos
  mariposa marisa marisha marishka marisol marissa marita marius mariya marjan marjorie marked marker market marketin marketing markie markiz markiza markmark marko marks
  markus marky marlboro marlen marlene marley marlin marlins marlon marlow marlowe marma marmite marnie maroon marquis marriage married marriott marseill marseille marsel
  marsh marsha marshal marshall marsik marta martel martha marti martian martin martina martine martinez martini martino marty martyn marusya marvel marvin maryam maryann
  maryanne marybeth maryjane maryjo marykay maryland marymary masaki masamune maserati masha mashina mashka mason massage massey massimiliano massimo massive maste master
  masterbaiting masterbate masterbating masterkey mastermi mastermind masterp masters masturbation matador match matchbox matches material mateusz mathew mathias mathieu
  mathilde matias matilda matisse matman matri matrix matros matte matteo matter matthe matthew matthews matthias mattie mattingl mattman mattmatt matty mature matvei
  matvey maureen maurice maurici mauricio maurizio mauro maurolarastefy mauser maveric maverick mavericks mavrick maxdog maxell maxfli maxie maxim maxima maximal maxime
  maximilian maximka maximo maximum maximus maxine maxman maxmax maxpayne maxpower maxtor maxwell maxxxx maybe mayday mayfair mayfield mayhem maynard mazafaka mazda
  mazdarx mazinger mccabe mccarthy mcdonald mcguire mcgwire mckenna mckenzie mclane mclaren mclean mcleod mdogg meadow meadows meagan meaghan meandyou meatball meathead
  meatloaf meatman mechanic meddle media medic medical medicina medicine medieval medina medion medium medusa medved meeting megadeth megafon megaman megan megane
  megapass megatron meggie meghan meier meister melani melanie melbourn melina melinda melisa meliss melissa mello mellon mellons mellow melody melon melonie melons
  melrose meltdown melville melvin member memento memnoch memorex memorial memories memory memphis memyself menace mendez mendoza mensch mental menthol mentor mentos
  meonly meowmeow meowmix mephisto mercede mercedes mercer merchant mercury mercy meredith merhaba meridian merli merlin merlot merlyn mermaid merrick merrill merritt
  merry mersedes message messenger messi messiah messier metal metalgear metalica metall metallic metallica metalman metals meteor method methos metoo metro metroid
  metropol mettss mevefalkcakk mewtwo mexic mexican mexico meyer meyers mgoblue miami miamo miamor micha michae michael michaela michaelj michaeljackson michaels michal
  micheal michel michele michelin michell michelle michi michigan micke mickey mickeymouse mickie micky micro microlab micron microphone micros microsof microsoft middle
  midget midland midnight midnite midori midway midwest mierda mighty migue miguel mihail mikado mikael mikaela mikayla mikemike mikey mikhail mikkel mikki milagro
  milagros milamber milan milana milano milashka mildred milena milenium miles milesd milfnew milford milhouse military milkman milkyway mille millenium miller millerli
  millie million millions mills millwall milton mimosa minako mindless mindy minecraft minecraft123 minemine minerva mingus minidisc minime minimoni minimum minion
  minister ministry minnesot minnesota minnesota_hp minnie minotaur minute miracle miracles mirage miranda miria miriam miroslav mirror mischa mischief misery misfit
  misfits misha mishka misiaczek misiek misses missie missile missing mission mississi mississippi missouri missy mistake mister mistral mistress misty mitch mitchel
  mitchell mitsubishi mitten mittens mizuno mizzou mjolnir mnbvcxz mobbdeep mobil mobile mobius mobydick mocha model models modelsne modem modena modern modles mogwai
  mohamed mohammad mohammed mohawk mojave mojojojo moldova molina mollie molly mollydog mollys moloko molotok molotov molson momdad moment mommie mommy momoney
  momsanaladventure momsuck monaco monalisa monarch monday mondeo monet money moneybag moneymaker moneyman moneymoney moneys moneyy mongo mongol mongoose monic monica
  monies monika monique monitor monke monkee monkey monkeybo monkeyboy monkeyma monkeyman monkeys monolith monopoly monroe monsoon monste monster monsters montag montagne
  montague montan montana montauk monte montecar montecarlo monterey montero montes montgom month montoya montreal montrose monty moochie moocow mookie moomoo moonbeam
  moondog mooner mooney moonie moonligh moonlight moonman moonpie moonshin moonshine moonstar moore moose mooseman mooses moosey mopar morales morbid mordor moren morena
  moreno morga morgan morgana morganstanley morgen morgoth moritz morkovka morley morlii mormon morning moron morons morozov morozova morpheus morrigan morris morrison
  morrisse morrow morrowind mortal mortalkombat morten mortgage morticia mortimer mortis morton mosaic moscow moses moskva mosquito mostwanted motdepasse mothe mother
  motherfu motherfucker motherlode mothers mothra motion motley motocros motocross motor motorcyc motorola motors motown mounta1n mountain mouse mousepad mouser mouses
  mousey mousse mouth movers movie movies moving mowgli mozart mozilla mozzer mp8o6d mpegs mpower mrbill mrbrownx mrbrownxx mrhappy msoracle32re msorcloledbr muaddib
  muaythai mudar muddy mudvayne mueller muenchen mufasa muffdive muffi muffin muffins muffy mugwump muhammad mulberry mulder muller mullet mulligan mullins multimedia
  multiplelo multisyn multisync mummy munch muncher munchie munchkin munich munson munster muppet murat murder murdock muriel murph murphy murray murzik musashi muschi
  muscle muscles mushroom music musica musical musician musicman muskie muskrat muslim mustafa mustan mustang mustangg mustangs mustard mustdie muster mutabor mutant
  mutley mutter muttley my3kids my3sons myangel mybaby myboys mycock mydick myers myfamily myfriend mygirl mygirls myhome myhouse mykids mylene mylife mylord mylove
  mymoney mymother myname mynameis mypass mypasswo mypassword myporn mypussy myriam myrtle mysecret myself myspace mysterio mystery mystic mystical mystuff myszka mythos
  mytime mywife myworld myxworld mzepab nacho nachos nacional nacked nadegda nadejda nadezhda nadia nadine nafets nagrom nails naked nakita namaste nancy nanook naomi
  napalm napass naples napoleon napoli napster naresh nariman narnia narut naruto nascar nasdaq nashvill nassau nastena nastenka nastia nasty nastya nastyanastya nataha
  natal natali natalia natalie nataliya natalka nataly natalya natas natascha natash natasha natashka natchez natedog natedogg natha nathalie nathan nathanie nathaniel
  nation national native natural nature naught naughty nautica nautilus navajo navarro navigato navigator navyseal nazareth nazgul nbnfybr nbuhtyjr nbvcxw nbvjatq nbvjif
  ncc1701a ncc1701d ncc1701e ndirish ne_e_pod_chehyl nebraska nebula necklace necronomicon nectar needforspeed needit needle needles negative negrit negro nellie nelly
  nelso nelson nemesis nemrac nemvxyheqdd5oqxyxyzi neogeo neptun neptune nermal nessie nestle nestor netscape nettie network networkingpe networks neuken neuron neutron
  nevada never neveragain nevermin nevermind nevermor nevermore nevets neville newage newark newbie newcastl newcastle newday newguy newhouse newjob newlife newman
  newmoon newness newone neworder newpass newport newports newproject newstart newstyle newton newuser newworld newyear newyork nextel nexus nfhfrfy nfnmzyf nfvfhf
  nfy.irf nfytxrf nguyen nhbujyjvtnhbz nhecsyfujkjdt nhfdvfnjkju nhfdvfnjkju123 nhfrnjh nhfycajhvths niagara niang nibbles niceass niceday niceguy niceone nicetits
  nichola nicholas nichole nichols nick1234-rem nick1234-rem936 nickel nickels nicki nickie nickle nickname nicknick nickolas nicky nicol nicola nicolas nicole nielsen
  nietzsch nigel nigeria nigga niggas niggaz nigger niggers night nightcrawler nighthaw nightmar nightmare nightowl nights nightwin nightwish nihongo nikit nikita nikitin
  nikitina nikitos nikki nikko niklas nikola nikolaev nikolaeva nikolai nikolas nikolaus nikolay nikon nimbus nimda2k nimitz nimrod ninanina nineball nineinch niners
  nineteen ninguna ninja ninjas nintendo nipper nipple nipples nippon nirvan nirvana nissan nitram nitro nitrous nitrox nittany niunia nixon njdevils njkcnsq nobody
  nocturne nodoubt nodrog noelle nofear nogard nokia nokian nokids nolan noles nolimit nolimits nolove nomad nomads nomar nomore noname nondriversig nonenone nonmembe
  nonrev nonsense nonstop noodle noodles nookie noonan nopass nopassword norbert nordic noreen norfolk noriko norma normal norman normandy norris north northern northsta
  norton norway norwich norwood nosferat nosferatu nostromo not4you notagain notebook nothing notice notnow notredam notredame notused nounours novell november novifarm
  novikov novikova noway nowhere nthvbyfnjh ntktajy ntktdbpjh ntktdbpjh1994 nubian nuclear nudes nudist nudity nugent nugget nuggets numark number numbers numbnuts
  numlock nurbek nurlan nurse nurses nursing nutella nutmeg nutsack nutter nuttertools nvidia nwo4life nxjmt nygiants nyjets nyknicks nylons nymets nympho nyyankee o9i8u
  o9i8u7y oakland oakley oaktree oakwood oasis oatmeal obelisk obelix oberon obiwan objects oblivion obrien obsidian oc247ngucz ocarina ocean oceans ocelot oconnor
  octagon octavia octavian october octopus oddjob odessa odette odysseus odyssey oedipus oemdlg office officer official offroad offshore offspring ohbaby ohiostat ohmygod
  ohshit ohyeah oilers oilman okinawa oklahoma oklick okmijn oksana oktober olcrackmaster older oldfart oldham oldies oldman oldnavy oldone oldschool olechka olemiss
  olenka olesya olive oliveira oliver olives olivetti olivi olivia olivier ollie olympia olympic olympus omanko omega omegared omerta omicron omsairam onclick oneeye
  onelove onepiece oneshot onetime oneton onetwo onion onions onkelz online onlyme onlyone ontario ontheoutside open4me opendoor opened openit openme opennow openopen
  opensesa opensesame openup opera operation operator ophelia opiate optical optima optimist optimus option options optiplex oracle oralsex orang orange oranges orbital
  orchard orchid order oregon organic orgasm orgasms orient oriental oriflame origin original oriole orioles orion orkiox orland orlando orleans orlova orpheus ortega
  orwell osama osborne osbourne oscar oscars osgood osiris osprey ostrich oswald othello ottawa otter otters ou812ic out3xf outback outcast outkast outlaw outlaws outlook
  outside outsider ovation overkill overload overlord override overtime ownage oxford oxygen oyster ozzie p0o9i p0o9i8u p455w0rd p4ssw0rd p@ssw0rd pa55w0rd pa55word
  pablito pablo pacers pacific pacifica pacino package packard packer packers packman packrat pacman paddle paddy padres pagan paige painkiller paint paintbal paintball
  painter painting paints paisley pajero pakista pakistan pakistani palace paladin paleale palermo pallmall palmer palmetto palmtree paloma palomino pamel pamela pampers
  panacea panache panama panasoni panasonic pancake pancakes panchito pancho panda pandas pandora panhead panic panorama panter pantera panther panthers pantie panties
  pants panty pantyhos pantyhose panzer paola paolo papabear papamama papaya paper paperboy papercut paperino papers papichul papillon papit papito pappy paprika parade
  paradigm paradis paradise paradox paragon paraklast paraklast1974 paramedi paramedic paramore paranoia paranoid parasite paris parish parke parker parking parkour
  parlament parliament parol parola parole paroli paroll parolparol parrot parsifal parsons parties partizan partner partners party pasadena pascal pascale pasha pasport
  pasquale passage passat passcode passe passed passes passfan passfind passing passion passions passmast passme passord passpass passport passthie passw0r passw0rd
  passwd passwerd passwo passwor password passwordassword passwordpassword passwords passwordstandard passwort pasta pastor pasword patata patate patch patches patel
  patent paterson pathetic pathfind pathfinder patience patit patric patrice patrici patricia patricio patrick patrik patriot patriots patrizia patrol patron patryk patsy
  pattaya patter patterso patti patton patty paula paulie paulin paulina pauline paulo paulpaul paulus pavel pavement pavilion pavlik pavlov pavlova paxton payback payday
  payne payton pdiddy pdjvl pdtplf peabody peace peaceful peaceout peach peaches peachy peacock peanu peanut peanutbutter peanuts pearl pearljam pearls pearson peavey
  pebble pebbles pecker peddler pedersen pedro pedros peekaboo peeper peepers peewee pegaso pegasus peggy pelican pelikan pembroke penal pencil pendejo pendrago penelope
  penetrating penetration penfold penguin penguins penis penner penney pennie pennst pennstat pennstate penny pennywis pentagon pentax penthous pentium people peoples
  peoria pepino pepit pepito peppe pepper peppers pepsi pepsicola pepsimax pepsione pepsis percival percy peregrin perez perfect perfecto perico perils perkele perkins
  perrin perro perry pershing persian persik person persona personal pertinant pervasive pervert pescator peter peterbil peterbilt peternorth peterose peterpan peters
  petersen peterson petey petite petra petrol petrov petrova petrovich petrus petter petunia peugeot peyton pfkegf pfloyd pflybwf pfqwtd pfqwtd27121988 pfqxbr phaedrus
  phantasm phantom phantoms pharao pharaoh pharmacy phaser phatty pheasant phelps phenix pheonix phialpha philadelphia philip philipp philippe philips phillies phillip
  phillips philly phipsi phish phishy phoebe phoeni phoenix phone phones photo photoes photog photon photos phpbb phrases phreak phred phrowz phuket phydeaux phyllis
  physics piano pianoman pianos piazza pic's picard picasso piccolo picher picker pickett pickle pickles picks pickup picnic picolo pictere pictuers picture pictures
  picturs pidaras piedmont pieman pierce piercing pierre pietro pigdog pigeon piggies piggy piglet piglets pigpen pikachu pilgrim pillow pilot pilots pilsner pimpdadd
  pimpdaddy pimpin pimping pimple pimpster pinball pinch pineappl pineapple pinecone pinetree pinewood pingpong pinguin pingvin pinhead pinkfloy pinkfloyd pinkie pinky
  pinnacle pintail pinto pionee pioneer pioner piotrek pipeline piper pipers pipiska pippen pippin pippo piramida piramide piranha pirata pirate pirates pisces pissant
  pissed pisser pissing pissoff pistol piston pistons pitbull pitch pitcher pitchers pittbull pitures pixie pixies pizda pizdec pizza pizzahut pizzaman pizzapie pizzas
  pjkjnj place placebo places placid plague plane planes planet planeta planetx planner planning planot plant plants plasma plaster plastic plastics platform platinum
  plato platon platoon platypus playa playball playbo playboy playboys playe player players playful playing playmate playoffs playstat playstation playstation2
  playstation3 playtime pleasant please pleaseme pleasure plokij ploppy plover plumber plumbing plummer pluto pluton plymouth pobeda pochta pocket poetry poets poilkj
  point pointer points poison poisson pokemo pokemon poker pokey poland polar polarbea polaris polaroid polgara police policy polina polinka polish politics polka polkmn
  pollard pollito pollock pollux polly polniypizdec polniypizdec1102 polniypizdec110211 polopolo polska pomidor pommes pompey pompier poncho pontiac ponyboy poobear pooch
  poochie poodle poohbea poohbear pookey pookie pooky poontang pooper poophead poopie poopoo pooppoop poopsie poopy pooter pootie popcorn popeye popova popper poppet
  poppie poppy popsicle poptart popular porche porkchop porker porky porn4life porn4me pornking porno pornographic pornos pornpass pornporn pornstar porsche porshe portal
  porter portia portland portman portuga portugal poseidon positive positivo possible possum postal poster postman postov posture potato potatoes pothead potter pounded
  pounder pounding powder powell power powerade powerboo powered powerful powermac powerman powerpc powers powerup ppppp ppspankp practice prague prairie praise prakash
  prancer prasad prashant praxis prayer prayers preacher precious predator prefect pregnant prelude premier premiere premium presario present presiden president presley
  press pressure prestige presto preston pretty prettygirl pretzel price prick pride priest prikol prima primal prime primer primera primetim primo primrose primus princ
  prince princes princesa princess princessa princeto princeton pringle pringles print printer printing priscill priscilla prison prisoner prissy privacy privat private
  privet priyanka prizrak probe probes problem problems process prodigy produce producer product professional professor profile profit program progress project promethe
  promise pronto property prophecy prophet prospect prosper prospero prosto protect proteus protocol proton protoss prototype proverbs proview prowler proxy prozac
  prudence psyche psychnau psychnaut psycho ptybnxtvgbjy public puckett puddin pudding puddle puddles puerto puffer puffin puffy pufunga pugsley pulamea pulled puller
  pulsar pumkin pumper pumpkin pumpkins punani punch punisher punjab punkass punker punkin punkrock punksnotdead punter pupkin puppet puppies puppy puppydog puppys pupsik
  puravida purchase purdue purgen purity purpl purple pusher pushing pushkin pushok pussey pussie pussies pusssy pussy pussy4me pussycat pussyeat pussyeater pussylicker
  pussylov pussylover pussyman pussys pusyy putter puzzle pwxd5x pxx3eftp pyramid pyramids python q1a2z q1q2q q1q2q3q q1q2q3q4q q1w2e q1w2e3r q1w2e3r4t q1w2e3r4t5y
  q1w2e3r4t5y6u q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p q1w2e3r4t5y6u7i8o9p0 q2q3q q2q3q4q q2q3q4q5q q2w3e q2w3e4r q2w3e4r5t q2w3e4r5t6y
  q8zo8wzq qa2ws qa2ws3ed qa2ws3ed4rf qa2ws3ed4rf5tg qawsed qawsedrf qawsedrftg qawsedrftgyh qay2wsx qaywsx qaz!qaz qaz123wsx qaz123wsx456 qaz2ws qaz2wsx qaz2wsx3edc
  qaz2wsx3edc4rfv qazedc qazplm qazqaz qazse qazws qazwsx qazwsx123456 qazwsxed qazwsxedc qazwsxedcrfv qazwsxedcrfvtgb qazwsxqazwsx qazxc qazxcv qazxsw qazxsw23edc
  qazxsw23edcvfr qazxswed qazxswedc qazxswedc123 qazxswedcvfr qazzaq qbg26i qiang qiong qpalzm qpwoeiruty qqh92r qqqqq qqqqqq qqqwww qqwwee qsdfgh quack quaint quake
  quaker quality quant4307s quantum quark quarter quartz quasar quattro quebec queen queenie queens queer quentin quest question quetzal quick quincy quinn quixote
  quixtar qw12qw qw23e qw23er qw34er qw34er56ty qwasz qwaszx qwaszxerdfcv qwe123asd qwe123qwe qwe123qwe123 qwe456rty qweas qweasd qweasdzx qweasdzxc qwedsa qwedsazxc
  qweewq qweqwe qwerasdf qwerasdfzxcv qwerfdsa qwert qwertasdfg qwertasdfgzxcvb qwerty qwerty123456789 qwertyasdfgh qwertyu qwertyui qwertyuio qwertyuiop qwertyuiop10
  qwertyuiop12 qwertyuiop123 qwertyuiop12345 qwertyytrewq qwerzxcv qwezxc r2d2c3p r2d2c3po r3e2w1q r4e3w2q r5t6y rabbi rabbit rabbits rabota raccoon racecar racer racers
  racerx rachael rache rachel rachelle racine racing racoon radar radeon radiance radiator radical radio radiohea radiohead radioman radios radius raduga rafae rafael
  raffaele raffles raging ragman ragnar ragnarok rahasia raiden raider raiders railroad rainbo rainbow rainbows raindrop rainer rainier raining rainman rainyday raisin
  raistlin rajesh rakesh raketa rakkaus raleigh ralph ralphie ralphy ramada ramair ramazan rambler rambo ramirez ramjet rammstei rammstein ramon ramona ramone ramones
  rampage ramrod ramses ramsey ramstein ramzes ranch ranchero rancid randal randall randolph random randy ranetki range ranger rangers rankin ransom raoul raphael rapid
  rapids rapier rapper raptor raptors rapture rapunzel raquel rascal rasdzv rasengan rashid rasmus rasputin rasta rastaman raster rastus ratboy ratchet ratdog rated
  ratfink ratman ratpack rattle rattler ravage raven ravens rawhide rayden rayman raymon raymond razdvatri raziel razor razorbac razzle rb26dett rbcekz rbhbkk rctybz
  rdfhnbhf reaction reader readers reading ready ready2go reagan realdeal reality really realmadrid realms realtor reaper reason reaver rebbyt rebeca rebecc rebecca
  rebekah rebel rebelde rebell rebels rebelz rebirth reboot reborn recall reckless recoil recon record records recovery recycle redalert redbaron redbeard redbird
  redbirds redblue redbone redbull redcar redcat reddevil reddog reddrago reddragon reddwarf redeye redfish redfive redfox redgreen redhat redhawk redhead redheads redhot
  rediska redleg redlight redline redman redmond redneck redone redrock redrose redrum redshift redskin redskins redsox redstar redstorm redtruck redwall redwine redwing
  redwings redwolf redwood reebok reeder reefer reeses reeves referee reflex refresh regal regent reggae reggie regiment regina reginald region regional regis register
  regret rehbwf reilly reindeer reject reklama reksio relax release reliable reliant relief rellik reload reloaded remember remingto remington remote renat renata renate
  renato renault render renee renegade rental repair replay repoman report reporter reptile republic repytwjd repytwjdf request requiem rerehepf rereirf rerfhfxf rerfhtre
  rerjkrf rescue research reserve reset resident residentevil resist resource respect respekt restart restless resume retail retard retep retire retired retsam return
  reuben reveal revenge reverb reverend reverse review reviewpa reviews revilo revival revolt revoluti revolution revolver reward rewind rexona reynolds reznor rfgbnfy
  rfgbnjirf rfgecnf rfhbyf rfhfgep rfhfvtkmrf rfhfylfi rfhjkbyf rfhlbyfk rfhnjirf rfkbyf rfnthbyf rfnthbyf1988 rfnthbyrf rfntyjr rfntymrf rfpfynbg rfrfirf rfrltkf rfrnec
  rfv3edc rfv5tgb rfvfcenhf rhapsody rhbcnbyf rhbcnbyjxrf rhfcfdbwf rhfcfdxbr rhfcjnf rhfcjnrf rhiannon rhino rhinos rhjkbr rhjrjlbk rhodes rhonda rhtdtlrj rhubarb rhythm
  ribbit ricard ricardo riccardo richar richard richards riches richie richmond richter rickey rickie rickster ricky ricochet riddick riddle riddler rider riders ridge
  riding riffraff rigger right rightnow righton riker riley rimmer rincon ringer ringo ripken ripley ripped ripper ripple riptide rising ritchie ritter river rivera
  riverrat rivers riversid riverside riviera rjcnbr rjcvjc rjhjdf rjhjds rjhjkm rjhjktdf rjirfrgbde rjitxrf rjntyjr rjnzhf rjs1la7qe rjw7x rjyatnrf rjycnfynby rjyjgkz
  rjynfrn rktjgfnhf roach roadkill roadking roadrunn roadrunner roadster roadway robbie robbins robby rober robert roberta roberto roberts robin robinhoo robinhood robins
  robinson robocop robot robotech robotics robots robson robyn rocco rochard rochelle rocheste rocker rocket rocketma rocketman rockets rockey rockford rockhard rockie
  rockies rockin rocking rockit rockman rocknrol rocknroll rockon rockport rockrock rockroll rocks rockstar rockwell rocky rockydog rodent rodeo roderick rodger rodina
  rodion rodman rodney rodrig rodrigo rodrigue rodriguez roger rogers rogue rolan roland rolando rolex roller rollie rollin rolling rollins rolltide romain roman romana
  romance romania romano romanov romanova romans romantic romario romaroma romashka romeo romero romina rommel romulus ronal ronald ronaldinho ronaldinho10 ronaldo ronnie
  ronny roodypoo roofer rookie rooney rooster roosters rootbeer rootedit rooter rosalie rosalind rosanna rosario rosco roscoe rosebud rosemary roserose roses rosetta
  rosette rosewood rosie rosita rossia rostik rostov roswell rotary rotten rotterda rottweil rouge rough round route router rover rovers rowdy rowena rowing roxan roxana
  roxanne roxie royal royale royals royalty royboy roygbiv rrpass rsalinas rt6ytere rtyuehe rubber rubbing rubbish rubble ruben rubicon rudder rudeboy rudedog rudolf
  rudolph ruffles rufus rugby ruger rugger rugrat rugrats rules rulez rulezzz rumble rumple runaway rundmc runescape runner running rupert rushmore rushrush ruslan russel
  russell russia russian rustam rusty rustydog rutgers ruthie ruthless rxypn ryjgrf s3t4p sabaka sabbath saber sabian sabina sabine sable sabotage sabre sabres sabrin
  sabrina sachin sacred saddam saddle sadie safari safety safeway saffron sahara saibaba saigon sailboat sailfish sailing sailor sailormoon saint saints sairam saiyan
  sakura salad salamand salamander salamandra salamat salami salasana saleen salem sales salesman salina salinas sallad sallas sallie sally salman salmon salome salomon
  salope salsa salsero saltanat saltydog salute salvador salvation salvator salvatore samadams samael samanta samanth samantha samara samba sambo samdog sameer samhain
  samiam samir samira sammi sammie sammy sammyboy sammydog sammys samoht samolet sampson samsara samson samsun samsung samtron samue samuel samurai samwise sanane sanchez
  sancho sandals sandberg sandeep sander sanders sandi sandie sandiego sandman sandr sandra sandrine sandro sandrock sandwich sandy sandydog sandys sanford sanfran
  sanfrancisco sanity sanjay sanjose sanjuan santa santacru santafe santana santiag santiago santino santo santos saopaulo saphire sapper sapphic sapphire sarah sarahs
  sarajevo sarasara sarasota saratoga saratov sarge sargent sarina sarita saruman sascha sasha sashka sashok saskia sassie sassy sasuke satan satana satanas satanic
  satchel satchmo satellit satellite satin satisfaction sativa satori satriani saturday saturn saturno sauce saun24865709 saunders sauron sausage sausages savage savana
  savanna savannah savant save13tx savior sawdust sawyer saxman saxophon sayang sayangku saywhat sc00ter scales scamp scamper scandinavian scania scanner scarab scarface
  scarlet scarlett scenery scenic sceptre schalke schastie schatz schatzi scheisse schlampe schlong schmidt schmuck schnee schneider schnuffi schoo school schoolgirlie
  schubert schule schultz schumi schwanz schwartz schwarz schweiz schwinn science scimitar scirocco scissors scoob scoobie scooby scoobydo scoobydoo scoop scoote scooter
  scooters score scores scorpi scorpio scorpion scorpions scotch scotia scotland scott scottie scottish scotts scottt scotty scout scouts scrabble scramble scranton
  scrapper scrappy scratch scratchy scream screamer screen screw screwy screwyou scribble scribe script scroll scrooge scrotum scruffy scuba scubadiv scully scumbag
  scxakv sdicmt7seytn seabass seabee seadog seadoo seafood seagate seagrave seagull seagulls seahawk seahawks seahorse sealteam seaman seamus searay search searcher
  seaside season seattle seaweed seawolf sebastia sebastian sebastie sebastien sebora sebring second secre secret secreto secrets section sector secure security sedona
  seductive seeker seeking seemnemaailm segblue segreto seinfeld sekret select selen selena selene selina seller selmer semaj semen seminole semper semperfi semtsriuty
  senate senator senators seneca senha senior senna sensatio sensei sensor sensual sentinel sentra sentry sephirot sephiroth septembe september sepultura seraph seraphim
  serebro serega seren serena serene serenity sergbest serge sergeant sergei sergej sergey sergi sergio serial series serious serpent sersolution server service services
  sesame session sestra seven sevenof sevens seventeen seventy sevenup severin sevilla seville seviyi sex4me sexbomb sexboy sexgod sexlover sexmachine sexman sexme sexpot
  sexsex sexsexse sexslave sexton sextoy sexual sexxx sexxxx sexxxy sexxy sexy2ho sexyass sexybabe sexybaby sexybitch sexyboy sexygirl sexyguy sexylady sexymama sexyman
  sexyme sexyone sexyred sexysexy seymour sf49ers sfgiants shabba shade shades shado shadow shadows shady shaft shagger shaggy shahid shaka shake shaker shakes shakey
  shakira shakti shakur shalom shaman shamil shampoo shamrock shamus shana shandy shane shaney shang shanghai shania shank shankar shanna shannara shanno shannon shanny
  shanti shaolin shari sharik shark sharks sharky sharma sharo sharon sharp sharpe sharpie shasta shaun shauna shaved shawn shawna shawnee shayla shayna shayne shazam
  shearer sheba sheeba sheena sheep sheepdog sheets sheila shelby sheldon shelia shell shelley shells shelly shelter sheltie shelton shemale shemales sheng shepard
  shepherd sheri sheridan sheriff sherlock sherman sherpa sherri sherrie sherry sherwin sherwood sheryl shevchenko shibby shibumi shield shift shifter shifty shiloh
  shimano shimmer shine shiner shingo shinigami shining shinji shinobi shiny shipping shipyard shiraz shirley shitface shitfuck shithead shitshit shitter shitty shiva
  shiznit shizzle shock shocker shocking shodan shoes shogun shojou shonuf shoot shooter shooting shopper shopping short shorts shorty shotgun shotokan shovel showboat
  showcase shower showing showme showtime shredder shrike shrimp shrink shroom shuai shuan shuang shurik shuttle shutup shyguy siberian sicily sickboy sickness sidekick
  sideshow sideways sidewind sidney siemen siemens sienna sierra sigma sigmachi sigmar signal signals sigrid silence silent silicon silicone silly silva silvana silve
  silver silverad silverado silverfo silvi silvia simba simcity simeon simmer simmons simon simona simone simons simple simply simpson simpsons sinatra sinbad sincere
  sincity sinclair sinfonia sinful singapor singapore singer singh singing single sinister sinjin sinned sinner siobhan sirius sissy sistema sister sisters sites sithlord
  sitruc sixers sixpack sixteen sixty sixtynin sixtynine sizzle sk84life sk8ordie sk8ter skate skateboa skateboard skater skates skating skazka skeeter skeleton skeletor
  skelter skibum skidoo skiing skilled skillet skills skillz skinhead skinner skinny skins skipper skippy skirt skittle skittles skoal skolko skooter skorpion skull
  skulls skunk skyblue skydive skydiver skyhawk skylar skylark skyler skyline skynet skypilot skytommy skywalke skywalker slacker slacking slade slainte slamdunk slammed
  slammer slapnuts slapper slappy slapshot slash slasher slater slava slave slaves slavik slayer slayers sledge sleep sleeper sleeping sleepy slicer slick slide slider
  slimed slimer slimjim slimshad slimshady slinger slinky slipkno slipknot slipper slippery slippy sliver slonik sloppy slowhand sludge slugger sluggo slurred sluts
  sluttey slutty slydog slyfox smack smackdow smackdown small smalls smallville smart smartass smarties smarts smarty smash smashing smeghead smegma smeller smelly smile
  smiler smiles smiley smirnoff smirnov smirnova smith smithers smiths smithy smitty smoke smoked smokedog smoker smokes smokeweed smokey smokie smokin smoking smooch
  smooth smoothie smother smudge smuggles smurf smurfs smutty snacks snafu snake snakeman snakes snapon snapper snapple snappy snapshot snatch sneaker sneakers sneaky
  snicker snickers sniffer sniffing snikers sniper snoogans snooker snookie snooks snoop snoopdog snoopdogg snoopy snotty snowball snowbird snowboar snowboard snowdog
  snowflak snowflake snowman snowy snuffy snuggle snuggles snyder snz9g sobaka sober sobriety socce soccer sochi social society socks socrate socrates sodapop sofia
  sofiya softail softball softtail software sogood sojdlg123aljg sokolov sokolova solace solar solaris soldat soldier soleda soledad soleil solid solidsnake solitude
  solnce solnishko soloman solomon solrac solution somebody someday someone somerset somethin something sometime sommer sonata sonechka songbird songoku sonia sonic
  sonics sonja sonne sonnenschein sonnet sonny sonnyboy sonoma sonora sonya sonyericsson sonyfuck sonysony sonyvaio sooner sooners sophi sophia sophie soprano sopranos
  soraya sorcerer sorrow sorry sosiska soso123aljg soulfly soulmate sound sounds source south southend southern southpar southpark southpaw southsid southside soviet
  sowhat space spaceman spacey spade spades spain spalding spamspam spandex spaniel spanish spank spanker spanking spankme spanks spanky spanner sparco sparhawk spark
  sparkey sparkie sparkle sparkles sparks sparky sparrow sparta spartacu spartak spartan spartans sparty spawn speaker speakers spears special specialinsta specialk
  spectra spectre spectrum speed speedo speeds speedway speedy spence spencer spenser sperm sperma sphere sphinx spice spicey spide spider spiderma spiderman spiders
  spidey spiffy spike spiker spikes spikey spinach spinner spiral spirit spitfire splash splatter spleen splendid spliff splinter splurge spock spoiled spokane sponge
  spongebo spongebob spooge spook spooky spoon spooner spoonman spoons sport sporting sports sportste sporty spotty spread spring springer springs springst sprinkle
  sprint sprinter sprite sprocket sprout spunk spunky spurs sputnik spyder sqdwfe sqrunch squall square squash squeak squeaky squeeze squerting squid squids squiggy
  squire squirrel squirt squirts squish squishy squonk srilanka srinivas sssss stacey stacie stacy stadium staff stafford staind stairway stalin stalker stallion stallone
  stamford stampede stamps stand standard standby stands stanford stang stanger stanislav stanley stanton staple staples starbuck starbucks starcraf starcraft stardust
  starfire starfish starflee starfox stargate stargaze starion starks starla starligh starlight starlite starman starr stars starship starsky starstar start startac
  started starter startrek starts starwar starwars stasik state states static station status stayout steady steak stealth steam steamer steaua steel steele steeler
  steelers steelhea stefan stefani stefania stefanie stefano steff steffen steffi steiner stell stella stellar stepan stepanov stepanova steph stephan stephane stephani
  stephanie stephen stephens stephy stereo sterlin sterling stern sterva stetson steve steven stevens steveo steves stevie steward stewart stewie stick stickdaddy
  stickdaddy77 stickman sticks sticky stiffy stigmata stiletto stimpy sting stinger stingray stink stinker stinks stinky stinkyfinger stirling stitch stjabn stlouis stock
  stocking stockings stocks stockton stokes stolen stomper stone stonecol stonecold stoned stoner stones stonewal stoney stooge stooges stopit stoppedby storage store
  stories storm storms stormy story storys straight strange stranger strangle strannik strap strat strategy stratfor strato stratocaster stratos stratus strawber
  strawberry straycat streak stream streaming street streets strelec strelok strength stress stretch strider strife strike striker string stringer strings strip stripe
  striper stripes stripper stroke stroker stroller strong stryker stuart stubby student studio studly studman stuff stuffer stump stumpy stunner stupid stussy stuttgart
  style styles stylus subaru sublime submarin submarine submit suburban subway subzero succes success suckcock suckdick sucked sucker suckers sucking suckit suckme
  suckmydick sucks suede sugar sugars suicidal suicide suikoden sukebe sullivan sully sultan summe summer summers summerti summertime summit sumner sunbeam sunbird
  sundance sunday sunderla sunderland sundevil sundin sundown sunfire sunflowe sunflower sunita sunkist sunlight sunnie sunny sunnyday sunrise sunset sunshin sunshine
  sunstar suntzu super superb superbee superbow superboy superdup superfly supergirl superior superma superman supernatural supernov supernova supers superson supersonic
  supersta superstar supervisor supper supply support supra supreme suresh surfer surfin surfing surfsup surgeon surgery surprise survey surveyor survival survivor susan
  susana susann susanna susanne sushi susie susieq suslik sussex sutton suzanne suzenet suzie suzuki sverige sveta svetik svetka svetlana svetlanka svoboda swallow
  swallows swampy swanky swansea swanson swatch swede sweden swedish sweeney sweeper sweeps sweet sweetass sweethea sweetheart sweetie sweetnes sweetness sweetpea sweets
  sweety swift swifty swimmer swimming swindon swing swinger swingers swinging swiss switch swoosh sword swordfis swordfish swords sycamore syclone sydne sydney sylvain
  sylvania sylveste sylvester sylvia sylvie symbol symphony syncmast syncmaster synergy syracuse syrinx sysadmin system systemofadown systems syzygy szevasz t26gn t34vfrc
  tabasco tabatha tabitha table tables tacit tackle tacobell tacoma tactical tadpole taekwond taekwondo taffy taggart tagheuer tahiti tahoe taichi tailgate tainted taipan
  taiwan takamine takashi takehana talbot talent tales talgat talisman talks tallinn tallyho talon tamara tamerlan tammie tammy tampabay tamuna tanaka tandem tanechka
  tangerin tangerine tango tania tanja tanker tanner tantra tanya tarakan tarantul taras tardis target tarheel tarheels tarpon tartan tarzan tasha tashkent taste tasty
  tatarin tater tatian tatiana tatjana tattoo tatyana taurus tavern tawnee taxman taylo taylor tazdevil tazman tazmania tazzzz tbird tbone tdutybq tdutybz teabag teache
  teacher teacup teamwork teapot tease teaser technics techniques techno tecumseh teddie teddy teddyb teddybea teddybear teejay teenage teenager teenie teens teensex
  teiubesc tekken telecast telecom telefon telemark telemike telephon telephone televisi television televizor teller temper tempest templar temple temporar temporary
  temppass temppassword temptress tenchi tenchu tender tenerife tennesse tennessee tenni tennis tenpin tequier tequiero tequila tercel terefon terence teres teresa
  terminal terminat terminator terminus termite terra terrace terran terrance terrapin terrell terrence terri terrible terrie terrier terriers terror terry tessa tessie
  teste tested tester testibil testing testme testpass testtest testy tetris tetsuo teufel texaco texans texas texass tgb6yhn thaddeus thailand thales thalia thanatos
  thanks thankyou thanos thatcher thatsme theater theatre thebear thebeast thebes thebest thebomb theboss theboys thecakeisalie thecat theclash thecrow thecure thedog
  thedon thedoors thedude theduke theedge theend theflash theforce thegame thegreat their thejoker thekid theking thelast thelema thelma theman thematri thematrix
  theodore theone theory therapy theraven there theresa therion therock thesaint these theshit thesims thetachi thething thetick thetruth thewall thewho theworld thick
  thierry thighs thing things think thinker thinking thinkpad third thirdeye thirteen thirty thisisit thisisme thisone thissuck thistle thoma thomas thompson thomson
  thong thongs thornton thorpe thorsten thought thrash thrasher thrawn three threesom thrill thriller throat thrust thuglife thumb thumbnils thumbs thumper thunde thunder
  thunderb thunderbird thunders thurman thursday thurston tiamat tiberian tiberius tiburon tical ticket ticketmaster tickle tickler tickling ticklish ticktock tictac
  tiedup tiffan tiffany tiger tigercat tigerlil tigerman tigers tigerwoo tigge tigger tight tightass tights tigre tigress tiller tillie timber timbo timeless timelord
  timeout timeport times timex timing timmie timmy timoha timosha timothy timoxa timur tincup tinker tinkerbe tinkerbell tinman tintin tipper tippy tiptop tiramisu tired
  tires titan titanic titanium titans titfuck tities titleist titlover titman titsnass titten titties titts titty tittys titus tkbpfdtnf tkfkdg tkfkdgo tmoney toast
  toaster toasty tobacco tobago tobias tobydog today toejam toffee together toggle toilet tokenbad tokiohotel tokyo toledo tolkien tolstoy tomahawk tomas tomate tomato
  tomboy tomcat tommie tommy tommyboy tommygun tommys tomoko tomorrow tomservo tomtom tongue tonight tonka tonto tonya tonyhawk tonytony toobad toocool toohot tookie
  toolbox toolman tools toolshed tooltime tooltool toomuch toonarmy toonces toons tooshort toosweet tooter tooth tootie tootsie topaz topcat topdog topfuel topgun tophat
  topher topless topolino topper topsecre topsecret topspin toriamos torino torment tornado toronto torpedo torque torrent torres tortoise tortuga torture toshiba tosser
  total totally totoro tottenha tottenham touch touchdow touching touchme tough toughguy toulouse tower towers towing toxic toyota trace tracer tracey tracie track
  tracker tracks tractor tracy trader traffic trafford trailer trailers trails train trainer training trains traktor tralala tramp trample trance tranny trans transam
  transexual transfer transfor transformers transit translator transpor transport trapper trash trashman trashy tratata trauma travel traveler travelle travis treacle
  treasure treat treble trebor treefrog treeman trees treetop treetree trekker tremere trent trenton trevor trewq trfnthbyf trial triangle tribal tribble tribe tribes
  tricia trick tricks tricky trident trigger trigun trilogy trina trinidad trinitro trinitron trinity trinket triple tripleh triplets triplex tripod tripp tripper trippin
  trish trisha trista tristan tristar tristen triton triumph trivia trixie trojan trojans troll trolls trombone trooper troopers trophy tropic tropical trotsky trotter
  trouble troubles trousers trout trouts truck trucker truckers truckin trucking trucks trueblue truelove truffle truffles truman trumpet trunks trust trusting trustme
  trustn trustno trustnoone truth tryagain tsunami tuborg tucker tucson tuesday tuffy tugboat tugger tujhrf tulane tulip tulips tunafish tundra tuning tunnel tupac tupelo
  turbo turbos turkey turkish turner turnip turtle turtles tuscl tuttle tuxedo tweet tweety twelve twenty twiggy twilight twingo twinkie twinkle twins twist twisted
  twister twiztid twodogs twostep tycoon tyler tylers typhoon tyrant tyrell tyrone tyson tyvugq tzpvaw tzzqi ub6ib ubnfhf udacha udbwsk ufhvjybz ufkbyf uftyx ugd5hip2j
  ugeiu uhbujhbq ukflbjkec ukraina ukraine ulisse ulrich ulrike ultima ultimate ultra ultraman ultras ulysse ulysses umbrella umpire unbelievable uncencored uncle undead
  under underdog underground undertak undertaker undertow underwear underworld unicorn uniden union unique united universa universal universe universi university unknown
  unlock unreal update updown upnfmc uptown upyours uranus urlaub ursitesux ursula usarmy useless username usmarine usnavy usuckballz utahjazz utility utjhubq utopia
  utvols utyyflbq uzumymw vacation vacuum vader vadim vadimka vagabond vagina valdemar valdepen valdez valencia valentin valentina valentine valentino valera valeri
  valeria valerie valeriya valery valhalla valiant valkyrie valley valleywa vampir vampire vampires vampyre vancouve vancouver vandal vander vaness vanessa vangogh
  vanguard vanhalen vanilla vanity vantage vanyarespekt vargas varsity varvara vaseline vasilii vasilisa vasiliy vasya vatoloco vaughan vaughn vauxhall vavilon vbhevbh
  vbienrf vbifyz vbkbwbz vbkfirf vbkfyf vbktyf vector vectra vedder vegas vegeta vegita vegitta vegitto vehpbr velcro velocity velvet vendetta venera venezia venezuel
  venice venom ventura venture venus vepsrf verbatim verdun verena vergeten verify veritas verity verizon vermont vernon verona veronic veronica veronika versace version
  versus vertical vertigo verygood vesper vestax veteran vette vfcnth vfczyz vfhbirf vfhbyf vfhbyfvfhbyf vfhbyjxrf vfhbyrf vfhecz vfhnsirf vfhrbp vfhufhbnf vfhujif
  vfhvtkfl vfibyf vfiekz vfitymrf vfkbyf vfksirf vflfufcrfh vfnbkmlf vfndtq vfnhbwf vfntvfnbrf vfpfafrf vfrcbv vfrcbvec vfrcbvrf vfrcbvvfrcbv vfvekz vfvfbgfgf vfvfgfgf
  vfvfvskfhfve vfvjxrf vfylfhby vgirl viagra vibrate vibrator vicecity vicente vicious vicki vickie vicky victo victor victori victoria victory video videoes videos vides
  vienna vietnam viewer viewsoni viewsonic viking vikings viktor viktoria viktoriya villa village vince vincen vincent vincenzo vineyard vinnie vintage viola violator
  violence violent violet violeta violetta violin viper vipergts vipers virago virgil virgin virgini virginia virginie virgo virtua virtual virtue virus vishnu vision
  visions visited visitor visual vitalik vitaliy vitamin vittorio vivaldi vivian viviana vivid vivitron vixen vjcrdf vjhrjdrf vjkjltw vjkjrj vjqgfhjkm vkontakte vladik
  vladimir vladimirovna vladislav vladvlad vodafone vodka vodoley voetbal voices voiture voland volcano volcom volkodav volkov volkova volkswag volkswagen volley volleyba
  volleyball volodin volodya voltage voltaire voltron volume volvo vonnegut voodoo vorlon vorona vortex vostok voyage voyager voyeur vqsablpzla vredina vsegda vsijyjr
  vsjasnel vthctltc vtldtlm vulcan vulture vulva vwgolf w1w2w3w w3e4r w3e4r5t w4g8at w_pass wachtwoord wacker waffenss waffle waffles wagner wahoo waiting wakeup walden
  waldo walker walking walkman wallace waller wallet walley walleye wallis wally walmart walnut walrus walter walters walton wanda wanderer wanker wanking wannabe wanrltw
  wanted wantit wapapapa wapbbs warcraft warden wareagle warehous warez warfare wargames warhamme warhammer warhammer40k warhawk warhol warlock warlord warner warning
  warped warpten warren warrior warriors warsaw warthog warwick warzone wasabi wasdwasd washburn washer washere washingt washington wasser wassup wasted watashi watch
  watcher watching water waterboy waterfal waterfall waterloo waterman watermel watermelon waterpol waterpolo waters waterski watford watkins watson waves wavpzt wayer
  wayne wazzkaprivet wazzup wdtnjr wdtnjxtr wealth weapon weapons weaponx weare wearing weasel weather weaver webber webcam weber webhompas webhompass webmaste webmaster
  website websol websolutions websolutionssu webster webuivalidat wedding wedge wednesda wednesday weeble weedman weekend weenie weezer weights weihnachtsbau
  weihnachtsbaum weiner weird weirdo weiser welcom welcome welder welkom wellcome weller welles wellhung wellingt wellington wells wembley wendel wendell wendy wendys
  werder werdna werewolf werner weronika werter wesley wesson westbrom westcoas westcoast wester western westgate westham westie westlife weston westport westside
  westwind westwood wetlands wetpussy wetter wexford wg8e3wjf whale whaler whales whateve whatever whatisit whatsup whatthe whatthefuck whatup whatwhat wheat wheel
  wheeler wheels whiplash whiskers whiskey whisky whisper whistle whistler white whiteboy whiteout whites whitesox whitey whitman whitney whkzyc whoami whocares whodat
  whoknows whoopass whopper whore whores whosyourdaddy whynot wibble wiccan wicked wicket widget wifes wifey wiggle wiggles wiking wilbur wilcox wildbill wildblue
  wildcard wildcat wildcats wilder wildfire wildlife wildman wildone wildrose wildwood wilhelm willard willem willi willia william williams willie willis willow willy
  willys wilma wilmer wilso wilson winamp winchest winchester windex windmill window windows windsor windstar windsurf windy winfield wingchun winger wingman wingnut
  wings wingzero winifred winkle winky winner winners winnie winning winona winslow winsto winston winter winters wipeout wireless wisconsi wisdom wiseguy wiseman
  wishbone wishes witch withyou wives wizard wizards wizkid wizzard wkoa0fp78dk wnsyo woaini wobble wolfen wolfgang wolfie wolfman wolfpac wolfpack wolfwolf wolverin
  wolverine wolves wolvie womam woman womans wombat womble women wonder wonderboy wonderfu wonderful wonderland wonkette wonton woodduck wooden woodie woodland woodman
  woodrow woods woodside woodson woodstoc woodstock woodward woodwork woody woodys woofer woofwoof woogie woohoo wookie wooster wordpass wordup worker working workout
  works workshop world worldcup worlds wormix worms worship worthy wowser wp2003wp wr2i7h wraith wrangler wrench wrestle wrestler wrestlin wrestling wright wrigley
  wrinkle wrinkles writer written wrong wrxsti wsx3edc wsxcde wsxedc wsxqaz wsxzaq wtpfhm wtpmjgda wutang wxcvbn wyatt wyoming wysiwyg wyvern x24ik x2zkg8w x72jhhu3z
  x7pxr xanadu xander xantia xavier xboxlive xcountry xerxes xfactor xfiles xiang xiong xngwoj xqgann xrated xrp23q xsw21qaz xterra xthtgfirf xtkjdtr xtreme xxxp455w0rd
  xxxp455w0rd5 xxxpass xxxxx xxxxxx xxxzzz xytfu xyzzy yackwin yahweh yakuza yamah yamaha yamahar yamato yankee yankees yanks yannick yardbird yaroslav yasmin yasmine
  ybrbnf ybrbnjc ybrjkfq yeahbaby yeahyeah yecgaa yello yellow yendor yeshua yesiam yessir yesterda yesterday yfafyz yfcntyf yfcntymrf yfhenj yfnfif yfnfirf yfnfitymrf
  yfnfkb yfnfkbz yfnfkmz yingyang yinyang yitbos yjdsqgfhjkm yjdsqujl yngwie yodayoda yogibear yogurt yokohama yolanda yomama yomomma yoohoo yorkie yorkshir yorktown
  yosemite yoshi youandme youknow young yourmama yourmom yousuck youtube yoyoma yssup ytngfhjkz ytrhjvfyn ytyfdbcnm yugioh yukon yuliya yummy yvette yvonne yyyyy yyyyyy
  yzerman z1x2c z1x2c3v z1x2c3v4b z1x2c3v4b5n z1x2c3v4b5n6 z1x2c3v4b5n6m z1x2c3v4b5n6m7 z2x3c z2x3c4v z2x3c4v5b zachary zafira zalupa zamboni zamora zander zanzibar
  zapata zaphod zappa zapper zaq12wsx zaq12wsxcde zaq12wsxcde3 zaq1xsw zaq1xsw2cde zaqwsx zaqwsxcde zaqwsxcderfv zaqxsw zaqxswcde zaraza zardoz zarina zasada zaxscd
  zaxscdvf zcfvfzkexifz zcxfcnkbdf zealot zealots zebra zebras zelda zenith zephyr zeppelin zepplin zerocool zerozero zhang zheng zhenya zhjckfd zhong zhuai zhuan zhuang
  zidane ziggy zigzag zildjian zimbabwe zimmer zinger zipper zippo zippy zliki zodiac zoloto zoltan zolushka zombie zoomer zoomzoom zooropa zorglub zorro zqjphsyf6ctifgu
  zujlrf zurich zvezda zxasqw zxcasd zxcasdqwe zxccxz zxcvasdf zxcvb zxcvbn zxcvbn123456 zxcvbnm zxcvbnm123456789 zxcvbnmmnbvcxz zxcvvcxz zydfhm zyjxrf zz8807zpl zztop
  zzxxcc zzzxxx zzzzz zzzzzz zzzzzzz`
    .trim()
    .split(/\s+/),
)
