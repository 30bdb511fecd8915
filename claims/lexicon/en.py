# ruff: noqa: E501, N817 -- word lists read better in long lines
"""English."""

from claims.lexicon.build import any_of, ints, table, words
from claims.lexicon.en_verbs import VERBS
from claims.lexicon.shape import Words
from claims.records import Comparator as C

_TITLES = any_of("""president vice_president prime_minister minister foreign_minister finance_minister health_minister
 secretary secretary_of_state secretary-general chancellor governor mayor deputy_mayor senator congressman
 congresswoman representative councillor councilman councilwoman king queen prince princess sheikh emir sultan pope bishop archbishop
 cardinal rabbi imam judge justice general colonel major captain lieutenant admiral sergeant commander detective
 inspector professor dr doctor mr mrs ms miss sir dame lord lady chairman chairwoman chair chairperson chief_executive ceo
 chief_executive_officer chief director managing_director executive_director founder co-founder coach head_coach manager
 editor journalist reporter analyst economist scientist engineer architect author writer novelist poet singer
 actor actress billionaire entrepreneur businessman businesswoman spokesman spokeswoman spokesperson ambassador
 lawyer prosecutor attorney attorney_general physicist biologist historian philosopher inventor striker goalkeeper
 midfielder defender champion researcher activist""")

#: behind "aged 60 and over", which "12 boys and over 30 girls" is not
_CLOSES = r"(?=\s*(?:[,.;:!?)]|$)|\s(?:is|are|were|who|to|in|at|by|can|must|should|will|have|had|for|on|and)(?!\w))"

WORDS = Words(
    language="en",
    cardinals=table("""zero 0,one 1,two 2,three 3,four 4,five 5,six 6,seven 7,eight 8,nine 9,ten 10,eleven 11,twelve 12,
 thirteen 13,fourteen 14,fifteen 15,sixteen 16,seventeen 17,eighteen 18,nineteen 19,twenty 20,thirty 30,forty 40,
 fifty 50,sixty 60,seventy 70,eighty 80,ninety 90"""),
    scales=table("""hundred 100,thousand 1000,million|millions|mn|mln 1000000,billion|billions|bn 1000000000,
 trillion|trillions|tn 1000000000000,lakh 100000,crore 10000000,dozen 12,dozens 12"""),
    vague=words("one zero dozen dozens hundred thousand million millions billion billions m"),
    fractions=table("half 0.5,a half 0.5,one half 0.5,a third 0.3333333333,one third 0.3333333333,two thirds 0.6666666667,"
                    "two-thirds 0.6666666667,one-third 0.3333333333,a quarter 0.25,one quarter 0.25,three quarters 0.75,three-quarters 0.75,"
                    "one in three 0.3333333333,one in four 0.25,one in five 0.2,one in ten 0.1,a fifth 0.2,a tenth 0.1,"
                    "twice 2,threefold 3,double 2"),
    ordinals=ints("""first 1,second 2,third 3,fourth 4,fifth 5,sixth 6,seventh 7,eighth 8,ninth 9,tenth 10,eleventh 11,
 twelfth 12,thirteenth 13,fourteenth 14,fifteenth 15,sixteenth 16,seventeenth 17,eighteenth 18,nineteenth 19,
 twentieth 20,twenty-first 21"""),
    ordinal_digits=r"(\d+)(?:st|nd|rd|th)",
    most=any_of("largest biggest highest longest oldest greatest tallest fastest richest best most_populous earliest strongest deepest heaviest busiest most_expensive youngest newest"),
    least=any_of("smallest lowest shortest slowest poorest worst least_populous latest weakest cheapest fewest"),
    and_number="and",
    halves_after=table("and a half 0.5,and a quarter 0.25,and three quarters 0.75"),
    before=(
        (any_of("no_fewer_than no_less_than not_less_than at_least a_minimum_of minimum"), C.AT_LEAST),
        (any_of("no_more_than not_more_than at_most up_to as_many_as as_much_as a_maximum_of maximum not_exceeding did_not_exceed does_not_exceed"), C.AT_MOST),
        (any_of("more_than over above exceeding exceeds exceed exceeded upwards_of in_excess_of greater_than surpassed topped higher_than"), C.MORE_THAN),
        (any_of("less_than fewer_than under below lower_than just_under nearly_but_less_than short_of"), C.LESS_THAN),
        (any_of("about around approximately roughly some almost nearly close_to an_estimated estimated circa ca. or_so nearing approaching"), C.ABOUT),
        (any_of("exactly precisely"), C.EXACT),
    ),
    after=(
        (any_of("or_more or_higher at_least or_above and_older or_older") + rf"|and (?:above|over){_CLOSES}", C.AT_LEAST),
        (any_of("or_less or_fewer at_most and_younger or_younger or_below") + rf"|and under{_CLOSES}", C.AT_MOST),
        (any_of("or_so approximately or_thereabouts") + r"|-odd|,? give or take(?!\s+\d)", C.ABOUT),
    ),
    exceeds="exceed(?:s|ed)?|surpass(?:es|ed)?|topped|tops",
    between=("between", "and"),
    range_words="to|or|-|–",
    units=(
        (any_of("basis_points basis_point"), "point", "share", 0.01), (any_of("percentage_points percentage_point points"), "point", "share", 1),
        (any_of("per_cent percent pct"), "percent", "share", 1),
        (any_of("canadian_dollars canadian_dollar"), "CAD", "money", 1), (any_of("australian_dollars australian_dollar"), "AUD", "money", 1), (any_of("new_zealand_dollars"), "NZD", "money", 1),
        (any_of("hong_kong_dollars"), "HKD", "money", 1), (any_of("singapore_dollars"), "SGD", "money", 1), (any_of("taiwan_dollars"), "TWD", "money", 1),
        (any_of("us_dollars us_dollar dollars dollar usd"), "USD", "money", 1),
        (any_of("euros euro eur"), "EUR", "money", 1),
        (r"pounds(?= of \p{l})|(?<=weigh\p{l}*[^.]{0,25})pounds?", "kg", "mass", 0.45359237), (any_of("pounds_sterling pounds pound gbp sterling"), "GBP", "money", 1),
        (any_of("yen"), "JPY", "money", 1), (any_of("yuan renminbi"), "CNY", "money", 1),
        (any_of("roubles rouble rubles ruble"), "RUB", "money", 1), (any_of("lira liras"), "TRY", "money", 1),
        (any_of("rials rial"), "rial", "money", 1), (any_of("dinars dinar"), "dinar", "money", 1), (any_of("riyals riyal"), "SAR", "money", 1),
        (any_of("dirhams dirham"), "AED", "money", 1), (any_of("francs franc"), "CHF", "money", 1), (any_of("rupees rupee"), "INR", "money", 1),
        (any_of("cents cent"), "USD", "money", 0.01),
        (any_of("square_kilometres square_kilometers square_kilometre sq_km"), "km2", "area", 1),
        (any_of("square_miles square_mile"), "km2", "area", 2.589988), (any_of("square_metres square_meters"), "km2", "area", 1e-6),
        (any_of("hectares hectare"), "km2", "area", 0.01), (any_of("acres acre"), "km2", "area", 0.00404686),
        (any_of("kilometres kilometers kilometre kilometer kms"), "m", "length", 1000),
        (any_of("metres meters metre meter"), "m", "length", 1), (any_of("centimetres centimeters centimetre centimeter"), "m", "length", 0.01), (any_of("millimetres millimeters millimetre millimeter"), "m", "length", 0.001),
        (any_of("miles mile"), "m", "length", 1609.344), (any_of("feet foot ft"), "m", "length", 0.3048),
        (any_of("kilograms kilogram kilos kilo kilogrammes"), "kg", "mass", 1), (any_of("tonnes tonne tons ton"), "kg", "mass", 1000),
        (any_of("grams gram grammes"), "kg", "mass", 0.001), (any_of("lbs"), "kg", "mass", 0.45359237),
        (any_of("litres liters litre liter"), "l", "volume", 1), (any_of("barrels barrel"), "barrel", "volume", 1),
        (any_of("degrees_fahrenheit fahrenheit degrees_f"), "fahrenheit", "temperature", 1), (any_of("degrees_celsius degrees_centigrade celsius degrees_c degrees"), "celsius", "temperature", 1),
        (any_of("megawatts megawatt"), "W", "power", 1e6), (any_of("gigawatts gigawatt"), "W", "power", 1e9),
        (r"cubic (?:metres?|meters?)", "l", "volume", 1000), (r"cubic feet|cubic foot", "l", "volume", 28.3168), (r"cubic kilomet(?:re|er)s?", "l", "volume", 1e12), (any_of("gallons gallon"), "l", "volume", 3.785411784),
        (any_of("seconds"), "second", "duration", 1), (any_of("minutes minute"), "minute", "duration", 1),
        (any_of("hours hour"), "hour", "duration", 1), (any_of("days day"), "day", "duration", 1),
        (any_of("weeks week"), "week", "duration", 1), (any_of("months month"), "month", "duration", 1),
        (r"years?(?!-(?:round|end|on))(?: old)?", "year", "duration", 1), (any_of("decades decade"), "year", "duration", 10),
        (any_of("centuries century"), "year", "duration", 100), (any_of("times"), "times", "ratio", 1),
        (any_of("bn"), "", "count", 1e9), (r"m(?= (?:people|households|homes|jobs|workers|users|customers|voters|visitors|children|vehicles|cars|copies|tickets|votes))", "", "count", 1e6), ("m hectares", "km2", "area", 1e4), ("m acres", "km2", "area", 4046.86), ("m (?:tonnes|tons)", "kg", "mass", 1e9), ("m barrels", "barrel", "volume", 1e6), ("m (?:litres|liters)", "l", "volume", 1e6),
    ),
    no_noun=any_of("""of in on at to from by with and or but for the a an is are was were has have had would will that which who
 as than per into out after before since until more less were when while because if its his her their this these those not
 also then there it he she they we you i do did does s t between during over under about"""),
    # dates
    time_units={"day": "days?", "week": "weeks?", "month": "months?", "quarter": "quarters?", "year": "years?", "decade": "decades?", "century": "centur(?:y|ies)", "hour": "hours?"},
    ago=("{n} ago",),
    past_n=("(?:the )?(?:last|past) {n}",),
    ahead=("in {n}'?(?: ?s)?'? time", "{n} from now"),
    last=("last {x}", "{w} last"),
    this=("this {x}", "the current {u}"),
    next=("next {x}", "the coming {u}"),
    day_words={"the day before yesterday": -2, "yesterday": -1, "the day after tomorrow": 2, "tomorrow": 1, "last night": -1},
    early="early|the beginning of|the start of|beginning of", middle="mid|the middle of", late="late|the end of|end of|the close of",
    of_date="of|in|,|the|of the",
    quarter=("(?:the )?{o} quarter", "q{D}"), half_year=("(?:the )?{o} half", "h{D}"),
    decade=(r"(?:the )?(\d{3}0)'?s", r"the '([2-9]0)s"),
    decade_words=ints("twenties 20,thirties 30,forties 40,fifties 50,sixties 60,seventies 70,eighties 80,nineties 90"),
    century=("(?:the )?{o}[ -]century",),
    seasons=ints("spring 3,summer 6,autumn 9,fall 9,winter 12"),
    year_before="in|around|fiscal|fiscal year|fy|since|by|until|till|from|during|of|year|for|to|before|after|beyond|between|and|circa|through|throughout",
    year_after="", before_christ=r"b\.?c\.?(?:e\.?)?(?!\w)",
    since="since|from", until="until|till|through|up to|by|no later than|not later than|at the latest by", before_date="before|prior to|ahead of", after_date="after|beyond",
    on_date="on|in|at|during|for", months="sept 9",
    month_needs="(?<=(?:months|weeks|years) )(?:to|ended|ending)|early|late|mid|in|since|until|by|before|after|during|last|next|this|for|of|from",
    date_orders=(r"{m}\.? {d}(?:st|nd|rd|th)?,? {y}", r"(?:the )?{d}(?:st|nd|rd|th)?(?: of)? {m}\.?,? {y}", r"{m}\.?,?(?: of)? {y}",
                 r"{m}\.? {d}(?:st|nd|rd|th)?(?![\d,.]*\d)", r"(?:the )?{d}(?:st|nd|rd|th)?(?: of)? {m}"),
    # names
    titles=_TITLES,
    organisation=any_of("""consultancy firm company corporation corp inc ltd university college institute bank ministry department council committee
 commission party group agency association union court parliament senate congress party team club gazette times post herald
 tribune newspaper magazine organisation organization foundation hospital museum church army navy police federation league
 office bureau board authority society centre center laboratory airlines freight holdings motors"""),
    place=any_of("""city town village river lake mount mountain sea ocean island islands street avenue road lane bridge square
 valley county province state district region airport port station harbour park gulf bay strait desert"""),
    work=any_of("book novel film movie album song model report study newspaper app magazine series"),
    not_names=words("""i'll i'd i've i'm rs dr mr mrs ms lt cmdr members the a an this that these those it he she they we you i in on at by for from with as but and or if when while after before since
 until although though because however there here what who which why how his her their its our your my is are was were do does did
 has have had not no nobody nothing everyone everybody some many most all both each every few several one two three four five six seven eight nine ten
 more less according to meanwhile moreover furthermore yet so then now today yesterday tomorrow last next first second third
 monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
 november december dear thank thanks please read photo by only even also still once about around over under during between among
 opponents supporters officials engineers prosecutors police critics experts analysts residents thousands hundreds dozens millions councillors
 members leaders supporters fans relatives survivors employees villagers shareholders voters passengers
 economists scientists researchers workers students teachers doctors investors people women men children yes perhaps maybe despite instead unlike
 nearly almost roughly without within through against such another other any never always often sometimes earlier later recently"""),
    openers=words("dies died killed wins won arrested jailed freed elected meet watch inside exclusive breaking obituary remembering rip farewell opinion analysis interview video photos"),
    name_links="of|the|de|la|van|von|der|den|bin|ibn|al|el|and|for|da|di|du|st|&",
    # claims
    say=any_of("""said says say told tells announced announces argued argues claimed claims stated states added adds insisted insists
 warned warns promised promises declared declares confirmed confirms denied denies reported reports explained explains
 noted notes wrote writes acknowledged acknowledge acknowledges admitted admits suggested suggests predicted predicts estimated estimates believes believed
 maintained alleged alleges asserted asserts replied remarked concluded concludes revealed reveals found stressed emphasised emphasized recalled
 testified pledged vowed complained observed pointed_out points_out accused criticised described called tweeted posted showed shows adding noting stressing warning insisting arguing claiming explaining say argue claim believe think thinks insist warn report estimate predict suggest heard confirm deny admit promise promising saying alleging conceded concedes remembers recalls reckons reckon tweets
 cautioned cautions contended contends countered counters responded responds joked quipped lamented boasted recounted disclosed confessed hinted speculated reiterated affirmed clarified commented"""),
    say_noun=any_of("statement interview report letter speech"),
    that="that",
    according=any_of("according_to in_the_words_of as_reported_by as_stated_by citing in_the_opinion_of"),
    negation=any_of("not n't cannot never no neither nor nobody nothing none without declined_to failed_to refused_to denied"),
    no_denial=(
        r"(?<!\w)(?:with no|no doubt|no matter|or not|in no time|second to none|than (?:nobody|no one|none|nothing|never|no \w+)|(?:as|like) (?:never|nobody|no one|no other)|"
        r"prefer\w*(?: [\w'-]+){1,6} to (?:nobody|no one|none|nothing)|not to say)(?!\w)"
        r"|(?<=\w )(?<!(?<!\w)(?:is|are|was|were|be|been|am|has|have|had|'s|'re) )(?:not|never) to (?=\w)"  # "asked not to be named"
    ),
    no_future=r"(?<!\w)would(?: not|n['’]?t| never)+ (?:comment|elaborate|speculate|say|answer(?! to)|discuss|disclose|reveal|name|identify|be drawn)(?!\w)|(?<!\w)(?:would|'d) (?:much |also |far |still )?(?:rather|like|sooner|prefer)(?!\w)|(?<!\w)(?:had|have|has)(?: not| never|n't| long| once)* (?:been )?expected(?!\w)|(?<!\w)(?:more|less|as|equally) likely(?= to)",
    negative_words=any_of("not n't t cannot never no neither nor nobody nothing none") + r"|(?:hardly|scarcely)(?! (?:\d|a (?:day|week|month|year)))",
    future=any_of("will would shall should going_to is_expected_to are_expected_to expected_to is_set_to is_due_to set_to due_to_open is_to are_to 'll is_due are_due is_scheduled_to scheduled_to likely_to expects_to expect_to begins_on begin_on starts_on start_on opens_on opens_in closes_on closes_in begins_in starts_in takes_place_on takes_place_in scheduled_for due_in due_on due_by meets_on meet_on resumes_on resume_on expires_on goes_on_sale kicks_off"),
    perhaps=any_of("may might could possibly perhaps probably likely allegedly reportedly apparently seems seem conceivably") + r"|appears?(?= (?:to|that|as|likely|poised|set)(?!\w))",
    condition=r"(?<!as )(?<!even )if(?! anything)|" + any_of("unless provided_that as_long_as in_case in_the_event were_it"),
    opinion=any_of("""i_think i_believe in_my_view in_my_opinion we_believe unfortunately fortunately sadly happily regrettably shameful disgraceful sensible wonderful
 terrible beautiful ugly brilliant stupid ridiculous outrageous should_be must_be ought_to deserves hopefully frankly honestly clearly obviously undoubtedly
 amazing awful great_idea best_choice bad_idea good_idea absurd foolish remarkable impressive only_sensible unacceptable disappointing""") + r"|worth(?=\s+(?:it|every|the|\p{l}+ing)(?!\w))",
    view=any_of("i_think i_believe i_suspect i_fear i_doubt i_would_argue we_believe we_think in_my_view in_our_view in_my_opinion in_our_opinion to_my_mind to_my_eye for_my_part if_you_ask_me as_i_see_it as_we_see_it surely arguably"),
    first_person=any_of("i my me myself we our us ourselves mine ours"),
    asked=r"(?<!\w)(?:or )?whether(?!\w)",
    question=any_of("who what when where why how is are was were do does did can could will would should has have"),
    thanks=any_of("thank_you thanks congratulations welcome_to dear_readers send_us good_evening good_morning god_bless"),
    rhetoric=r"remains? to be seen|(?:only )?time will tell|is anyone's guess|" + any_of("everyone_knows everybody_knows of_course needless_to_say it_goes_without_saying let_us let's imagine who_would_have_thought no_wonder the_whole_world_knows as_everyone_knows not_everyone_has_been not_everyone_is not_everyone_was the_next_test the_real_question the_big_question the_question_is the_next_hurdle"),
    call=any_of("let_us read subscribe share click imagine consider remember send"),
    relative=any_of("which who whose whom where in_which of_which for_which from_which to_which"),
    conjunction="and|but|or|yet|while|whereas",
    subordinate=any_of("because although though when while if unless since so_that whereas after before until as that which who"),
    preposition=any_of("""in on at by for from with under over after before since during despite according_to because_of thanks_to as
 of to into within without through against between among around across until because when if although though while unlike like"""),
    determiner=any_of("the a an this that these those its his her their our my your some any no every each both all"),
    pronoun=any_of("he she it they i we you this that these those who which there"),
    possessive=any_of("his her its their"),
    verbs=VERBS,
    event_nouns=any_of("announcement decision election launch resignation death birth collapse victory defeat arrest closure opening invasion cancellation removal acquisition merger"),
    born=any_of("born elected appointed founded built designed written published named known located based married nicknamed"),
    adverb=any_of("also then later now still never not already often even once subsequently eventually immediately finally again only just n't soon thus therefore reportedly allegedly"),
)  # fmt: skip
