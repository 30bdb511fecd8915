# ruff: noqa: E501, N817 -- word lists read better in long lines
"""Spanish."""

from claims.lexicon.build import any_of, ints, table, words
from claims.lexicon.shape import Words
from claims.records import Comparator as C

#: "el pasado mes de marzo" is March
_NO_MONTH = "(?! de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))"
WORDS = Words(
    language="es",
    decimal_comma=True,
    cardinals=table("""cero 0,un|uno|una 1,dos 2,tres 3,cuatro 4,cinco 5,seis 6,siete 7,ocho 8,nueve 9,diez 10,once 11,doce 12,trece 13,catorce 14,quince 15,dieciséis 16,diecisiete 17,dieciocho 18,diecinueve 19,
 veinte 20,veintiuno|veintiún|veintiuna 21,veintidós 22,veintitrés 23,veinticuatro 24,veinticinco 25,veintiséis 26,veintisiete 27,veintiocho 28,veintinueve 29,treinta 30,cuarenta 40,cincuenta 50,sesenta 60,setenta 70,ochenta 80,noventa 90,
 cien|ciento 100,doscientos|doscientas 200,trescientos|trescientas 300,cuatrocientos|cuatrocientas 400,quinientos|quinientas 500,seiscientos|seiscientas 600,setecientos|setecientas 700,ochocientos|ochocientas 800,novecientos|novecientas 900"""),
    scales=table("mil 1000,millón|millones 1000000,mil millones 1000000000,billón|billones 1000000000000,docena|docenas 12,millares|miles 1000,decenas 10,centenares|centenar 100"),
    vague=words("un uno una cero mil miles millones docena docenas decenas centenares centenar millares"),
    fractions=table("dos terceras partes 0.6666666667,dos quintas partes 0.4,tres quintas partes 0.6,cuatro quintas partes 0.8,una sexta parte 0.1666666667,una décima parte 0.1,la décima parte 0.1,la mitad 0.5,mitad 0.5,medio 0.5,un tercio 0.3333333333,dos tercios 0.6666666667,un cuarto 0.25,tres cuartos 0.75,una cuarta parte 0.25,una quinta parte 0.2,una tercera parte 0.3333333333,la tercera parte 0.3333333333,la cuarta parte 0.25,la quinta parte 0.2,tres cuartas partes 0.75,el doble 2,el triple 3"),
    ordinals=ints("primero 1,primera 1,primer 1,primeros 1,primeras 1,segundo 2,segunda 2,tercero 3,tercera 3,tercer 3,cuarto 4,cuarta 4,quinto 5,quinta 5,sexto 6,sexta 6,séptimo 7,séptima 7,octavo 8,octava 8,noveno 9,novena 9,décimo 10,décima 10,undécimo 11,duodécimo 12"),
    ordinal_digits=r"(\d+)[.]?[ºªoa]",
    most=r"(?:mas (?:grande|grandes|alto|alta|elevado|elevada|largo|larga|antiguo|antigua|importante|rico|rica|rapido|rapida|caro|cara|poblado|poblada|joven|fuerte)|mayor|mejor)",
    least=r"(?:mas (?:pequeno|pequena|bajo|baja|corto|corta|pobre|lento|lenta|barato|barata|reciente|debil)|menor|peor)",
    and_number="y",
    halves_after=table("y medio 0.5,y media 0.5,y cuarto 0.25"),
    before=(
        (any_of("al_menos por_lo_menos no_menos_de como_mínimo un_mínimo_de"), C.AT_LEAST),
        (any_of("como_máximo a_lo_sumo no_más_de hasta un_máximo_de no_supera no_superan no_supera_los"), C.AT_MOST),
        (any_of("más_de más_del superior_a supera supera_los supera_las superan superan_los superó superó_los superaba por_encima_de excede rebasa"), C.MORE_THAN),
        (any_of("menos_de menos_del inferior_a por_debajo_de"), C.LESS_THAN),
        (any_of("unos unas cerca_de alrededor_de casi aproximadamente en_torno_a en_torno_al en_torno_a_los cerca_del"), C.ABOUT),
        (any_of("exactamente justo"), C.EXACT),
    ),
    after=((any_of("como_mínimo al_menos o_más"), C.AT_LEAST), (any_of("como_máximo o_menos"), C.AT_MOST), (any_of("aproximadamente"), C.ABOUT)),
    between=("entre|de", "y|a"), range_words="a|o|-|–",
    units=(
        ("puntos? basicos?", "point", "share", 0.01), (any_of("puntos_porcentuales punto_porcentual puntos"), "point", "share", 1), (any_of("por_ciento por_cien"), "percent", "share", 1),
        (r"(?:de )?euros?", "EUR", "money", 1), (r"(?:de )?dolares canadienses", "CAD", "money", 1), (r"(?:de )?dolares australianos", "AUD", "money", 1), (r"(?:de )?dolares?|(?:de )?dolar", "USD", "money", 1), (r"(?:de )?libras(?: esterlinas)?", "GBP", "money", 1), (r"(?:de )?pesos?", "peso", "money", 1), (r"(?:de )?yenes|yen", "JPY", "money", 1), (r"(?:de )?yuanes", "CNY", "money", 1), (r"(?:de )?rublos?", "RUB", "money", 1), (r"(?:de )?pesetas?", "ESP", "money", 1),
        (r"(?:de )?kilometros? cuadrados?", "km2", "area", 1), (r"(?:de )?hectometros? cubicos?", "l", "volume", 1e9), (r"(?:de )?metros? cubicos?", "l", "volume", 1000), (r"(?:de )?metros? cuadrados?", "km2", "area", 1e-6), (r"(?:de )?hectareas?", "km2", "area", 0.01),
        (r"(?:de )?kilometros?", "m", "length", 1000), (r"(?:de )?metros?", "m", "length", 1), (r"(?:de )?centimetros?", "m", "length", 0.01), (r"(?:de )?kilos?|(?:de )?kilogramos?", "kg", "mass", 1), (r"(?:de )?toneladas?", "kg", "mass", 1000), (r"(?:de )?gramos?", "kg", "mass", 0.001),
        (r"(?:de )?litros?", "l", "volume", 1), (r"(?:de )?barriles", "barrel", "volume", 1), (r"grados?(?: centigrados| celsius)?", "celsius", "temperature", 1), (r"(?:de )?megavatios", "W", "power", 1e6),
        ("segundos", "second", "duration", 1), ("minutos?", "minute", "duration", 1), ("horas?", "hour", "duration", 1), ("dias?", "day", "duration", 1), ("semanas?", "week", "duration", 1), ("mes|meses", "month", "duration", 1), ("anos?", "year", "duration", 1), ("decadas?", "year", "duration", 10), ("siglos?", "year", "duration", 100), ("veces", "times", "ratio", 1),
    ),
    no_noun=any_of("de del la el los las un una y o e u pero en a al con sin por para que quien cual cuyo es son fue fueron ha han había contra antes después desde hasta más menos no se su sus este esta estos lo le les como según durante entre hacia sobre tras si cuando donde ante bajo"),
    time_units={"day": "dias?", "week": "semanas?", "month": "mes|meses", "quarter": "trimestres?", "year": "anos?", "decade": "decadas?", "century": "siglos?", "hour": "horas?"},
    ago=("hace {n}", "hace ya {n}", "{n} atrás"), ahead=("dentro de {n}", "en un plazo de {n}"), past_n=("desde hace {n}", "(?:en |durante )?los últimos {n}", "(?:en )?las últimas {n}"),
    last=("(?:el )?pasado mes de {x}", "(?:el |la )?{x} (?:pasado|pasada)", "(?:el |la )?(?:pasado|pasada) {x}" + _NO_MONTH, "(?:el |la )?último {u}"), this=("(?:este|esta) {x}", "(?:el )?{u} (?:actual|en curso)"), next=("(?:el )?próximo mes de {x}", "(?:el |la )?{x} (?:próximo|próxima|que viene)", "(?:el |la )?(?:próximo|próxima) {x}" + _NO_MONTH),
    day_words={"anteayer": -2, "anoche": -1, "ayer": -1, "pasado mañana": 2}, early="principios|comienzos|inicios|a principios|a comienzos", middle="mediados|a mediados", late="finales|fines|a finales|a fines|el final|final",
    of_date="de|del|de la|de los|el|,", quarter=("(?:el )?{o} trimestre",), half_year=("(?:el )?{o} semestre",), decade_words=ints("años veinte 20,años treinta 30,años cuarenta 40,años cincuenta 50,años sesenta 60,años setenta 70,años ochenta 80,años noventa 90"), decade=(r"(?:los |la )?(?:años|década de los|década de) (?:19|20)?(\d0)",), century=("(?:el |del )?siglo {o}",),
    seasons=ints("primavera 3,verano 6,otoño 9,invierno 12"),
    year_before="en|desde|hasta|antes de|después de|año|el año|del año|de|entre|hacia|para|y", before_christ=r"a\.?\s?c|antes de cristo",
    since="desde|a partir de", until="hasta", before_date="antes de|antes del|anterior a|anteriores a|previo a|previa a|previos a", after_date="después de|tras|posterior a|posteriores a", on_date="el|en|durante|a|este|para|para el",
    month_needs="para|en|desde|hasta|antes de|a principios de|a finales de|a mediados de|de|durante|después de|para|mes de",
    date_orders=(r"(?:el )?(?:{w},? )?{d} de {m} (?:de |del )?{y}", r"{d} {m}\.? {y}", r"{m} (?:de |del )?{y}", r"(?:el )?(?:{w},? )?{d} de {m}"),
    titles=any_of("""rector rectora botánico botánica biólogo bióloga astrónomo astrónoma sociólogo socióloga psicólogo psicóloga arqueólogo arqueóloga geólogo físico física químico química filósofo filósofa poeta pintor pintora músico cineasta actor actriz cantante empresario empresaria constructor magistrado magistrada obispo arzobispo cardenal comisario comisaria inspector inspectora consejero consejera concejal concejala exalcalde expresidente exministro exministra agricultor ganadero pescador bombero enfermera enfermero presidente presidenta vicepresidente vicepresidenta primer_ministro primera_ministra ministro ministra secretario secretaria canciller alcalde alcaldesa gobernador gobernadora diputado diputada senador senadora rey reina príncipe princesa papa general coronel capitán profesor profesora
 doctor doctora juez jueza fiscal abogado abogada director directora director_general directora_general fundador fundadora entrenador entrenadora portavoz embajador embajadora investigador investigadora economista historiador historiadora escritor escritora periodista ingeniero ingeniera médico médica arquitecto
 arquitecta multimillonario don doña señor señora delantero portero defensa centrocampista jugador jugadora concejal consejero consejera biólogo física inventor jefe jefa empresario empresaria"""),
    organisation=any_of("empresa compañía grupo banco universidad instituto ministerio consejo tribunal parlamento congreso senado partido sindicato asociación federación club diario periódico semanario cadena agencia hospital museo comisión comité policía ejército unión ayuntamiento liga atlético real deportivo fundación"),
    place=any_of("ciudad pueblo municipio región provincia río lago monte montaña mar isla calle avenida plaza puente puerto aeropuerto estación valle barrio estadio parque"),
    work=any_of("libro novela película álbum canción informe estudio revista modelo aplicación"),
    not_names=words("el la los las un una unos unas de del y o e u pero mas sino en a al con sin por para que quien cual cuyo si cuando como según desde hasta durante entre hacia sobre tras ante contra este esta esto estos estas ese esa eso aquel él ella ellos ellas yo tú nosotros su sus mi mis nuestro es son fue ha han no sí nadie nada ningún ninguna todo toda todos todas cada algunos muchos otros otra otro dos tres cuatro cinco seis siete ocho nueve diez lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy mañana gracias foto por qué cómo podrá creo además también sin embargo aunque mientras porque ya aún solo sólo así luego entonces finalmente antes después más menos muy tanto nacido nacida jugadores aficionados"),
    openers=words("muere mueren murió fallece fallecen falleció gana ganan ganó pierde pierden nace nació dimite dimiten dimitió renuncia renunció vuelve regresa llega llegan sale triunfa vence vencen derrota golea empata lidera detenido detenida detienen arrestan condenan condenado condenada juzgan absuelven absuelto imputan investigan asesinan asesinado asesinada matan hallan encuentran buscan localizan rescatan liberan liberado anuncia confirma presenta estrena publica inaugura visita recibe pide exige acusa denuncia critica rechaza aprueba defiende admite niega reconoce advierte asegura celebra habla cae sube ficha fichan renueva debuta compite juega abre cierra despiden homenajean eligen nombran reeligen arranca comienza termina adiós así entrevista exclusiva última hora vídeo fotos"),
    name_links="de|del|la|los|las|y|el|von|van|al|da",
    say=any_of("""dijo dice dicen dijeron decía afirma afirmó afirman aseguró asegura aseguran anunció anuncia anunciaron declaró declara explicó explica señaló señala indicó indica añadió añade sostuvo sostiene alegó reconoció reconoce admitió admite confirmó confirma negó niega denunció denuncia acusó acusa prometió promete advirtió advierte
 reveló revela informó informa publicó publica escribió cree considera consideró opina estima estimó calcula concluyó concluye muestra mostró recordó recuerda insistió subrayó destacó precisó apuntó comentó contó respondió criticó exigió lamentó prevé predijo manifestó manifiesta expresó relató relata argumentó argumenta alertó alerta avisó matizó puntualizó reiteró agregó agrega aclaró aclara detalló detalla confesó remarcó recalcó recalca enfatizó pronosticó avanzó aseguraron explicaron señalaron indicaron añadieron afirmaron advirtieron denunciaron informaron sostienen explican señalan indican advierten denuncian calculan estiman creen consideran opinan reconocen confirman confirmaron revelaron calcularon estimaron concluyeron sugiere sugieren temen teme mantiene mantuvo apunta destaca subraya comenta recordaron declararon reclamó reclama"""),
    that="que", according=any_of("según de_acuerdo_con a_juicio_de en_opinión_de en_palabras_de"),
    negation=any_of("no nunca jamás nadie nada ningún ninguna ninguno ni sin tampoco"), negative_words=any_of("no nunca jamás nadie ningún ninguna ninguno ni tampoco"),
    future="(?!)", perhaps=any_of("quizá quizás tal_vez podría podrían puede pueden parece parecen probablemente posiblemente supuestamente al_parecer"), condition=any_of("si siempre_que a_menos_que en_caso_de salvo_que"),
    opinion=any_of("creo_que creo en_mi_opinión a_mi_juicio pienso desgraciadamente lamentablemente afortunadamente por_desgracia vergonzoso maravilloso terrible absurdo ridículo hay_que debería_ser merece injusto hermoso triste sinceramente"),
    first_person=any_of("yo me mi mis nosotros nos nuestro nuestra creo pienso"), question=any_of("quién qué cuándo dónde cómo cuánto cuál podrá"), thanks=any_of("gracias felicidades enhorabuena bienvenidos agradecemos"),
    rhetoric=any_of("todo_el_mundo_sabe todos_sabemos por_supuesto ni_que_decir_tiene imaginen"), call=any_of("lea comparta imagínense imagine recuerde"),
    relative=any_of("que quien quienes cuyo cuya cuyos donde el_cual la_cual los_cuales de_la_que del_que en_el_que al_que"), conjunction="y|e|pero|o|u|mientras que|aunque|sino que",
    subordinate=any_of("porque ya_que cuando mientras si para_que aunque como después_de_que antes_de_que pues"),
    preposition=any_of("de a en con sin por para entre hacia desde hasta durante según sobre tras ante contra bajo al del si cuando como mediante pese_a gracias_a"),
    determiner=any_of("otro otra otros otras ningún ninguna varios varias algunos algunas muchos muchas ambos ambas el la los las un una unos unas su sus este esta estos estas ese esa mi cada todo toda todos lo"), pronoun=any_of("él ella ellos ellas esto eso este esta ello"), possessive=any_of("su sus"),
    verbs=r"es|son|era|eran|fue|fueron|sera|seran|ha|han|habia|habian|esta|estan|estaba|tiene|tienen|tenia|tuvo|tendra|hay|hubo|puede|pueden|podra|debe|deben|deberia|va|van|hace|hacen|hizo|dio|vio|dice|cuenta|cuentan|cumple|dirige|supera|superan|juega|gana|pierde|vive|trabaja|produce|vende|cuesta|ocupa|recibe|reciben|mide|pesa|sigue|siguen|existe|queda|quedan|permite|permiten|representa|vale|quiere|quieren|lleva|llevan|contiene|pertenece|incluye|vieron|dijeron|hicieron|tuvieron|pudo|puso|trajo|quiso|supo|vino|estuvo|anduvo|dispuso|obtuvo|mantuvo|produjo|condujo|propuso|compuso|detuvo|abre|cierra|empieza|termina|conserva|pide|sirve|une|cree|niega",
    verbs_raw=r"\p{L}{2,}(?:ó|aron|ieron|yeron|jeron|aba|aban|ía|ían|rá|rán|ría|rían)(?<!\b(?:todavía|policía|compañía|energía|economía|mayoría|alcaldía|tecnología|garantía|día|guía|vía|fiscalía|minoría|batería|categoría|teoría|historía|vacía|fría|abogacía|democracía|ganadería|librería|baron|varón))",
    event_nouns=any_of("anuncio cierre apertura elección condena muerte nacimiento creación compra dimisión firma incendio fichaje"), born=any_of("nacido nacida fundado fundada creado construida construido elegido elegida nombrado conocido conocida apodado antiguo antigua exjugador publicado publicada"),
    adverb=any_of("también después luego ya no se lo le les la aún todavía además solo nunca posteriormente finalmente así"),
)  # fmt: skip
