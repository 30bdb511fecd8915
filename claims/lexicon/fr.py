# ruff: noqa: E501, N817 -- word lists read better in long lines
"""French."""

from claims.lexicon.build import any_of, ints, table, words
from claims.lexicon.shape import Words
from claims.records import Comparator as C

#: forms of dépasser and excéder, in folded letters
_EXCEEDS = r"(?:depass|exced)(?:e|es|ent|er|ant|ait|aient|erent|era|eront|erait|eraient|ee|ees)"
WORDS = Words(
    language="fr",
    decimal_comma=True,
    cardinals=table("""zéro 0,un|une 1,deux 2,trois 3,quatre 4,cinq 5,six 6,sept 7,huit 8,neuf 9,dix 10,onze 11,douze 12,treize 13,quatorze 14,quinze 15,seize 16,
 vingt 20,trente 30,quarante 40,cinquante 50,soixante 60,quatre vingt|quatre vingts|huitante|octante 80,septante 70,nonante 90,soixante dix 70,quatre vingt dix 90,dix sept 17,dix huit 18,dix neuf 19"""),
    scales=table("cent|cents 100,mille 1000,million|millions 1000000,milliard|milliards 1000000000,millier|milliers 1000,billion|billions 1000000000000,douzaine 12,dizaine|dizaines 10,centaine|centaines 100,vingtaine 20,trentaine 30,cinquantaine 50"),
    vague=words("un une neuf zero million millions milliard milliards mille cent millier milliers dizaine dizaines centaine centaines douzaine"),
    fractions=table("la moitié 0.5,moitié 0.5,un demi 0.5,une demi 0.5,un tiers 0.3333333333,le tiers 0.3333333333,deux tiers 0.6666666667,un quart 0.25,le quart 0.25,trois quarts 0.75,un cinquième 0.2,un dixième 0.1,le double 2,deux fois 2,le triple 3"),
    ordinals=ints("premier 1,première 1,premiers 1,premières 1,deuxième 2,second 2,seconde 2,troisième 3,quatrième 4,cinquième 5,sixième 6,septième 7,huitième 8,neuvième 9,dixième 10,onzième 11,douzième 12,quinzième 15,seizième 16,dix-septième 17,dix-huitième 18,dix-neuvième 19,vingtième 20,vingt et unième 21"),
    ordinal_digits=r"(\d+)(?:er|ere|e|eme|nd|nde)",
    most=r"plus (?:grand|grande|grands|grandes|haut|haute|eleve|elevee|long|longue|ancien|ancienne|important|importante|gros|grosse|riche|rapide|cher|chere|peuple|peuplee|fort|forte)|meilleur|meilleure",
    least=r"plus (?:petit|petite|bas|basse|court|courte|faible|pauvre|lent|lente|jeune|recent|recente)|pire|moins cher|moins chere",
    and_number="et",
    halves_after=table("et demi 0.5,et demie 0.5,et quart 0.25"),
    before=(
        (any_of("au_moins pas_moins_de pas_moins_d' au_minimum un_minimum_de minimum"), C.AT_LEAST),
        (any_of("au_plus pas_plus_de pas_plus_d' jusqu'à au_maximum maximum ne_dépasse_pas un_maximum_de") + rf"|ne\s+{_EXCEEDS}\s+pas", C.AT_MOST),
        (any_of("plus_de plus_du plus_des plus_d' au-delà_d' supérieur_à supérieure_à dépasse dépassent dépassé dépassait dépassant au-delà_de au-dessus_de excède") + rf"|{_EXCEEDS}", C.MORE_THAN),
        (any_of("moins_de moins_du moins_des moins_d' inférieur_à inférieure_à au-dessous_de en_dessous_de sous_les"), C.LESS_THAN),
        (any_of("environ d'environ près_de près_du près_des près_d' presque autour_de quelque quelques à_peu_près de_l'ordre_de une_vingtaine_de approximativement s'élève_à_environ approche approchent approchait frôle frôlent avoisine avoisinent avoisinait"), C.ABOUT),
        (any_of("exactement précisément"), C.EXACT),
    ),
    after=((any_of("au_moins ou_plus") + r"|et plus(?=\s*(?:[,.;:)]|$)|\s(?:sont|ont|peuvent|doivent)(?!\w))", C.AT_LEAST), (any_of("au_plus ou_moins au_maximum"), C.AT_MOST), (any_of("environ") + r"|,? (?:a peu pres|a quelques \p{l}+ pres|plus ou moins)", C.ABOUT)),
    exceeds=_EXCEEDS,
    between=("entre|de", "et|a"), range_words="à|ou|-|–",
    units=(
        ("points? de base", "point", "share", 0.01), (r"points? de pourcentage|(?:de )?points?", "point", "share", 1), (any_of("pour_cent pourcent p.cent"), "percent", "share", 1),
        (r"(?:d'|de )?(?:euros?)", "EUR", "money", 1), (r"(?:de )?dollars? canadiens?", "CAD", "money", 1), (r"(?:de )?dollars? australiens?", "AUD", "money", 1), (r"(?:de )?(?:dollars? americains?|dollars?)", "USD", "money", 1), (r"(?:de )?livres? sterling", "GBP", "money", 1),
        (r"(?:de )?yens?", "JPY", "money", 1), (r"(?:de )?yuans?", "CNY", "money", 1), (r"(?:de )?roubles?", "RUB", "money", 1), (r"(?:de )?francs? suisses?", "CHF", "money", 1), (r"(?:de )?francs? cfa", "XOF", "money", 1), (r"(?:de )?francs?", "franc", "money", 1), (r"(?:de )?dinars?", "dinar", "money", 1), (r"(?:de )?dirhams?", "MAD", "money", 1),
        (r"(?:de )?kilometres? carres?", "km2", "area", 1), (r"(?:de )?metres? cubes?", "l", "volume", 1000), (r"(?:de )?metres? carres?", "km2", "area", 1e-6), (r"(?:d'|de )?hectares?", "km2", "area", 0.01),
        (r"(?:de )?kilometres?", "m", "length", 1000), (r"(?:de )?metres?", "m", "length", 1), (r"(?:de )?centimetres?", "m", "length", 0.01),
        (r"(?:de )?kilogrammes?|(?:de )?kilos?", "kg", "mass", 1), (r"(?:de )?tonnes?", "kg", "mass", 1000), (r"(?:de )?grammes?", "kg", "mass", 0.001), (r"(?:de )?litres?", "l", "volume", 1), (r"(?:de )?barils?", "barrel", "volume", 1),
        (r"degres?(?: celsius)?", "celsius", "temperature", 1), (r"(?:de )?megawatts?", "W", "power", 1e6),
        ("secondes", "second", "duration", 1), ("minutes?", "minute", "duration", 1), ("heures?", "hour", "duration", 1), ("jours?|journees?", "day", "duration", 1), ("semaines?", "week", "duration", 1), ("mois", "month", "duration", 1),
        ("ans?|annees?|d'annees", "year", "duration", 1), ("decennies?", "year", "duration", 10), ("siecles?", "year", "duration", 100), ("fois", "times", "ratio", 1),
    ),
    no_noun=any_of("de des du d le la les l un une et ou mais en à au aux dans sur sous par pour avec sans que qui dont où est sont a ont était contre avant après depuis jusque plus moins ne pas se son sa ses leur leurs ce cette ces il elle ils elles on nous vous y comme selon pendant chez entre vers premières première premiers dernières derniers autres"),
    time_units={"day": "jours?|journee", "week": "semaines?", "month": "mois", "quarter": "trimestres?", "year": "ans?|annees?", "decade": "decennies?", "century": "siecles?", "hour": "heures?"},
    ago=("il y a {n}", "voici {n}", "voilà {n}"), ahead=("dans {n}", "d'ici {n}"),
    past_n=("(?:ces|les|des) {n} (?:derniers|dernières)", "depuis {n}"),
    last=("(?:l'|le |la )?{x} (?:dernier|dernière|passé|passée|écoulé)", "l'an (?:dernier|passé)"),
    this=("ce {w}", "cette {u}(?!-la)", "ce {u}", "cet {x}", "(?:l'|le |la )?{u} en cours", "cet été"),
    next=("(?:l'|le |la )?{x} (?:prochain|prochaine)", "(?:le |la )?{w} prochain", "l'an prochain"),
    day_words={"avant-hier": -2, "hier soir": -1, "hier": -1, "demain": 1, "apres-demain": 2},
    early="début|au début de|le début de|début de", middle="mi|milieu|au milieu de|le milieu de", late="fin|à la fin de|la fin de|fin de",
    of_date="de|du|d'|de l'|l'|le|la|,",
    quarter=("(?:le |au )?{o} trimestre",), half_year=("(?:le |au )?{o} semestre",), decade=(r"(?:les )?années (?:19|20)?(\d0)",), century=("(?:le |au )?{o} siècle",),
    seasons=ints("printemps 3,été 6,automne 9,hiver 12"),
    year_before="en|depuis|dès|avant|après|jusqu'en|l'année|année|fin|début|de|vers|entre|courant|an", before_christ=r"av\.? j\.?-?\s?c|avant j|avant notre",
    since="depuis|dès|à partir de", until="au plus tard|jusqu'en|jusqu'au|jusqu'à|jusque|d'ici|d'ici à|d'ici au|d'ici la", before_date="avant|antérieure? à|antérieure?s à", after_date="après|postérieure? à|postérieure?s à",
    on_date="le|en|au|à l'|à|pendant|dès|courant",
    month_needs="en|depuis|début|fin|mi|avant|dès|courant|jusqu'en|de|mois de|après",
    date_orders=(r"(?:le )?(?:{w} )?{d}(?:er)? {m} {y}", r"{m} (?:de )?{y}", r"(?:{w} )?{d}(?:er)? {m}"),
    titles=any_of("""astronome botaniste géologue archéologue psychologue climatologue épidémiologiste chirurgien chirurgienne infirmier infirmière pharmacien boulanger boulangère agriculteur agricultrice éleveur pêcheur pompier peintre sculpteur musicien musicienne chanteur chanteuse acteur actrice cinéaste réalisateur réalisatrice romancier romancière poète philosophe magistrat magistrate évêque archevêque cardinal recteur rectrice commissaire inspecteur conseiller conseillère adjoint adjointe trésorier secrétaire_général délégué déléguée syndicaliste militant militante navigateur navigatrice cycliste athlète joueur joueuse capitaine amiral lieutenant commandant président présidente vice-président premier_ministre première_ministre ministre secrétaire secrétaire_d'état chancelier chancelière maire préfet préfète député députée sénateur sénatrice roi reine prince princesse pape général colonel
 capitaine professeur professeure docteur maître avocat avocate juge procureur procureure directeur directrice directeur_général directrice_générale pdg patron patronne fondateur fondatrice entraîneur entraîneuse porte-parole ambassadeur ambassadrice
 chercheur chercheuse économiste historien historienne écrivain écrivaine journaliste ingénieur ingénieure médecin architecte milliardaire monsieur madame m. mme attaquant gardien défenseur fromager sociologue biologiste physicien inventeur responsable chef cheffe"""),
    organisation=any_of("société entreprise groupe banque université institut ministère conseil tribunal parlement assemblée sénat parti syndicat association fédération club quotidien journal hebdomadaire chaîne agence hôpital musée commission comité coopérative laiterie cour police armée union"),
    place=any_of("ville village commune région département rivière fleuve lac mont montagne mer île rue avenue place pont port aéroport gare vallée quartier stade parc"),
    work=any_of("livre roman film album chanson rapport étude journal revue modèle application"),
    not_names=words("le la les l un une des du de d et ou mais donc or ni car ce cet cette ces il elle ils elles on nous vous je tu en à au aux dans sur sous par pour avec sans que qui quoi dont où si quand comme selon depuis après avant pendant lors malgré grâce chez entre vers plus moins très tout toute tous toutes aucun aucune personne rien chaque son sa ses leur leurs mon ma mes notre nos votre vos est sont était a ont deux trois quatre cinq six sept huit neuf dix lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier demain aujourd'hui merci photo née né pourquoi comment faut oui non ainsi alors puis enfin cependant toutefois pourtant déjà encore aussi même seul seule certains beaucoup plusieurs quelques dernière dernier première premier ancien ancienne"),
    openers=words("faillite incendie accident fermeture grève cession rachat liquidation attentat explosion enquête scandale meurtre démission nomination naufrage inondations séisme fusion meurt mort morte décès disparition obsèques hommage adieu gagne perd démissionne revient arrive annonce présente publie inaugure visite accuse dénonce critique refuse défend condamné condamnée arrêté arrêtée interpellé libéré élu élue réélu nommé nommée assassiné tué tuée affaire procès interview entretien exclusif portrait vidéo"),
    name_links="de|du|des|d|la|le|les|et|von|van|der|al|el|ben",
    say=any_of("""dit disent disait relève(?=_qu[e']) relevé(?=_qu[e']) déclare déclaré déclarait affirme affirment affirmé affirmait annonce annoncé annonçait annoncent assure assuré estime estimé estimait estiment explique expliqué précise précisé indique indiqué ajoute ajouté soutient soutenu prétend prétendu rappelle rappelé souligne souligné
 confirme confirmé dénonce dénoncé accuse accusé promet promis prévient prévenu avertit averti révèle révélé rapporte rapporté reconnaît reconnu admet admis nie nié dément démenti craint prévoit juge jugé écrit considère pense croit conclut conclu montre montré publie publié recommande regrette déplore se_félicite se_souvient souvient répond répondu lance lancé raconte raconté critiqué critique exigé exige regretta critiqua déplora déplore déploré déclara affirma ajouta expliqua annonça précisa estima souligna indiqua lança conclut poursuit poursuivi commente commenté insiste insisté détaille détaillé martèle martelé tempère résume confie confié témoigne témoigné avance signale signalé alerte alerté plaide plaidé renchérit nuance glisse ironise assurent expliquent indiquent ajoutent soulignent rappellent dénoncent craignent jugent pensent croient précisent confirment révèlent rapportent reconnaissent avertissent martela répète répété soupçonne constate constaté observe décrit décrivent calcule se_réjouit s'inquiète se_dit se_disent fait_valoir font_valoir faisait_valoir fait_savoir font_savoir fait_remarquer font_remarquer fait_observer font_observer laisse_entendre laissé_entendre argue argué concède concédé objecte objecté rétorque rétorqué réplique répliqué"""),
    that="que|qu'|qu", according=any_of("selon d'après suivant aux_yeux_de à_en_croire de_l'avis_de"),
    no_denial=(  # "plus tôt que ne le prévoyait …"
        r"(?<!\w)(?:plus|moins|mieux|pire|autres?|autrement)(?= )[^,;.]{0,40}?"
        r"\bqu(?:e |')(?:il |elle |on |ils |elles )?(?:ne |n')"
        r"|(?<!\w)(?:(?:comme|que) jamais|comme aucune? autre)(?!\w)"
    ),
    negation=any_of("ne n pas jamais aucun aucune personne rien ni sans nul"), negative_words=any_of("ne n jamais aucun aucune ni"),
    future=r"(?<=(?<!\p{L})nous (?:\p{L}{1,4}[ ']){0,2})\p{L}+(?<!esp|consid|op|pref|lib|gen|integr|recup|acc[eé]l)(?:er|ir|dr|vr|rr)ons|aurons|serons|ferons|aurai(?:en)?t lieu|serai(?:en)?t(?! (?:\p{L}+ )?(?:mort|né|parti|arrivé|entré|sorti|venu|resté|devenu|tombé))(?=[^,;]* (?:avant|d'ici|à partir d[eu]|dès|jusqu'en) (?:la fin|fin|le |la |l'|noël|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|20\d\d|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))|\p{L}{2,}(?<!autou|mu|cultu|natu|opé|para|caméra)(?:era|erai|eront|erez|irait|erait|iraient|eraient|(?:(?<!vou|fau|vau|ca)dr|(?<=ce|sui|vi)vr|(?<=ve|mou|cou|que)rr|ttr|aîtr)ai(?:en)?t|ira|iront|dra|dront|vra|vront|rra|rront)|sera|seront|aura|auront|fera|feront|ira|iront|va|vont|devrait|devraient|prévoit de|doit|(?:est|sont) (?:pas )?(?:attendue?s?|prévue?s?)|est (?:fort |très |plus que )?probable",
    perhaps=any_of("peut-être pourrait pourraient peut peuvent semble semblent serait seraient aurait auraient probablement sans_doute apparemment"),
    no_future=r"(?<!\p{L})(?:même si|si bien que|aura fallu|auront (?:suffi|fallu))(?!\p{L})", condition=any_of("en_cas_de en_cas_d' si s'il s'ils à_condition sauf_si au_cas_où à_moins_que à_moins_qu' à_moins_de à_moins_d'"),
    opinion=any_of("invite_à_la_prudence invitent_à_la_prudence à_mon_avis selon_moi je_pense je_crois hélas malheureusement heureusement scandaleux honteux magnifique merveilleux absurde stupide faut_il il_faut il_faudrait doit_absolument mérite meilleure_décision triste admirable génial ridicule"),
    view=any_of("à_mon_avis selon_moi selon_nous à_nos_yeux à_mes_yeux à_mon_sens à_notre_sens je_pense je_crois je_trouve je_crains j'estime pour_ma_part de_mon_point_de_vue de_notre_point_de_vue"), first_person=any_of("je j nous mon ma mes notre nos moi"), question=any_of("qui que quoi quand où pourquoi comment combien est-ce faut-il quel quelle"),
    thanks=any_of("merci remerciements félicitations bienvenue bravo"), rhetoric=r"reste à (?:savoir|voir)|l'avenir (?:nous )?(?:le )?dira|nul ne sait encore|" + any_of("tout_le_monde_sait chacun_sait bien_sûr évidemment il_va_sans_dire nul_n'ignore imaginez"),
    call=any_of("lisez partagez imaginez abonnez-vous rappelez-vous"),
    relative=any_of("qui que qu' dont où lequel laquelle lesquels lesquelles auquel duquel de_laquelle"), conjunction="et|mais|ou|puis|tandis que|alors que|et que",
    subordinate=any_of("parce_que car puisque quand lorsque pendant_que si afin_que alors_que tandis_que après_que avant_que que comme"),
    preposition=any_of("de à en dans sur sous par pour avec sans chez entre vers depuis après avant pendant lors malgré grâce_à selon d'après contre dès jusque au aux du des si quand comme"),
    determiner=any_of("aucun aucune plusieurs certains certaines quelques le la les l un une des ce cette ces cet son sa ses leur leurs mon ma nos notre chaque tout toute tous"), pronoun=any_of("il elle ils elles on ce cela ça celui-ci celle-ci y en"), possessive=any_of("son sa ses leur leurs"),
    verbs=r"dit|lève|sème|disent|est|sont|était|étaient|fut|furent|sera|seront|serait|a|ont|avait|avaient|aura|auront|aurait|eut|peut|peuvent|pourra|doit|doivent|devra|va|vont|fait|font|faisait|fera|compte|comptent|reste|restent|emploie|transforme|dirige|représente|possède|produit|vend|achète|travaille|vit|prévoit|prévoient|gagne|perd|perdent|passe|tient|vient|viennent|devient|contient|connaît|permet|permettent|met|mettent|prend|prennent|reçoit|veut|veulent|dépasse|atteint|s'élève|compose|couvre|accueille|coûte|dure|existe|faut|suit|porte|touche|montre|ouvre|ferme|demande|retrouve|retrouvera|reprend|investit|souhaite|refuse|\p{L}{2,}(?:aient|èrent|erent|irent|urent|era|eront|erait|eraient)",
    verbs_raw=r"\p{L}{2,}(?:ait|a(?=\s)|èrent|it(?=\s)|ut(?=\s))(?<!\b(?:la|ma|sa|fait|lait|trait|parfait|petit|crédit|produit|bruit|nuit|huit|tout|début|but|août|haut|salut|institut|statut|droit|endroit|circuit|fruit|esprit|conflit|profit))",
    event_nouns=any_of("annonce reprise fermeture ouverture élection condamnation mort naissance création rachat démission signature incendie"),
    born=any_of("né née nés fondé fondée créé créée construit construite élu élue nommé nommée basé basée situé située surnommé ancien ancienne publié publiée dirigé dirigée"),
    adverb=any_of("aussi également ensuite puis déjà toujours encore ne n' n s' se y en l' désormais notamment alors"),
)  # fmt: skip
