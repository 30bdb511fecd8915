# ruff: noqa: E501, N817 -- word lists read better in long lines
"""Turkish: verbs end the clause, so a clause is cut behind its verb."""

from claims.folding import folded
from claims.lexicon.build import any_of, ints, table, words
from claims.lexicon.shape import Words
from claims.records import Comparator as C

_SUFFIX = r"(?:'?\p{l}{1,8})?"

_PARTS = {"üçte": 3, "dörtte": 4, "beşte": 5, "altıda": 6, "yedide": 7, "sekizde": 8, "dokuzda": 9, "onda": 10}
_TAKEN = {"biri": 1, "ikisi": 2, "üçü": 3, "dördü": 4}
#: forms of to exceed and to pass, behind a number in the accusative
_EXCEEDS = r"as(?:ti|an|iyor|kin|acag|acak|abil|mis|ar|ip|ma(?=si|k|lari))\p{l}*|(?<=[iu]\s)gec(?:ti|en|iyor|ecek|eceg|ebil|mis|er|ip|me(?=si|k))\p{l}*"
_EXCEEDS_NOT = r"as(?:ma|amaz|mi)(?!si|k|lari|s)\p{l}*|(?<=[iu]\s)gec(?:me|mi)(?!si|k|s)\p{l}*"


def _parts() -> dict[str, float]:
    """Parts in words with their case endings: "üçte birinin", "yarısından"."""
    cases = ("", "ni", "nin", "ne", "nde", "nden")
    made = {
        folded(f"{part} {taken}{case}"): number / whole
        for part, whole in _PARTS.items()
        for taken, number in _TAKEN.items()
        if number < whole
        for case in cases
    }
    made |= {
        folded(f"{part} {taken}{case}"): number / whole
        for part, whole in _PARTS.items()
        for taken, number in (("üçü", 3), ("dördü", 4))
        if number < whole
        for case in ("nü", "nün", "ne", "nde", "nden")
    }
    return made | {folded(f"yarısı{case}"): 0.5 for case in ("", "nı", "nın", "na", "nda", "ndan")}


WORDS = Words(
    language="tr",
    decimal_comma=True,
    cardinals=table("""sıfır 0,bir 1,iki 2,üç 3,dört 4,beş 5,altı 6,yedi 7,sekiz 8,dokuz 9,on 10,yirmi 20,otuz 30,kırk 40,elli 50,altmış 60,yetmiş 70,seksen 80,doksan 90"""),
    scales=table("yüz 100,bin|bini|bine|binin 1000,milyon|milyonu|milyona|milyonun|milyonda|milyonluk 1000000,milyar|milyarı|milyara|milyarın|milyarda|milyarlık 1000000000,trilyon 1000000000000,düzine 12"), vague=words("bir sıfır yüz bin milyon milyar on kırk altı"),
    fractions=table("yarım 0.5,çeyreği 0.25,çeyrek 0.25,iki katı 2,iki katına 2,üç katı 3") | _parts(),
    ordinals=ints("ilk 1,birinci 1,ikinci 2,üçüncü 3,dördüncü 4,beşinci 5,altıncı 6,yedinci 7,sekizinci 8,dokuzuncu 9,onuncu 10,on birinci 11,on sekizinci 18,on dokuzuncu 19,yirminci 20,yirmi birinci 21"), ordinal_digits=r"(\d+)(?:'?(?:inci|nci|uncu|ncu|üncü|ıncı|ncı)|\.(?=\s\p{l}))",
    most=r"en (?:büyük|yüksek|uzun|eski|zengin|hızlı|iyi|güçlü|kalabalık|pahalı|önemli|derin|genç)", least=r"en (?:küçük|düşük|kısa|fakir|yavaş|kötü|zayıf|ucuz|yeni|az)", and_number="",
    halves_after=table("buçuk 0.5"),
    before=((any_of("en_az asgari"), C.AT_LEAST), (any_of("en_fazla en_çok azami"), C.AT_MOST), (any_of("yaklaşık aşağı_yukarı tahminen neredeyse yaklaşık_olarak"), C.ABOUT), (any_of("tam"), C.EXACT)),
    after=((r"\s*ve (?:uzeri|ustu)(?:nde|ndeki)?", C.AT_LEAST), (r"\s*ve alti(?:nda|ndaki)?", C.AT_MOST), (r"(?<=yas)\s(?:alti|altinda)\p{l}*|(?<=yasindan)\s(?:kucuk|genc)\p{l}*", C.LESS_THAN), (r"(?<=yas)\s(?:ustu|uzeri)\p{l}*|(?<=yasindan)\s(?:buyuk|yasli)\p{l}*", C.MORE_THAN), (r"(?<=[dt][ae]n)\s(?:fazla(?:si\p{l}*)?|co(?:k|gu\p{l}*))", C.MORE_THAN), (r"(?<=[dt][ae]n)\saz(?:i\p{l}*)?", C.LESS_THAN), (r"'?\p{l}{0,6}(?:dan|den|tan|ten) (?:fazla(?:si\p{l}*)?|co(?:k|gu\p{l}*))", C.MORE_THAN), (r"'?\p{l}{0,6}(?:dan|den|tan|ten) az(?:i\p{l}*)?", C.LESS_THAN), (rf"'?\p{{l}}{{0,5}} (?:{_EXCEEDS_NOT})", C.AT_MOST), (rf"'?\p{{l}}{{0,5}} (?:{_EXCEEDS}|uzerin\p{{l}}*)", C.MORE_THAN), (r"'?\p{l}{0,5} altin(?:da|a|daki)", C.LESS_THAN), (r"(?<=[yn][ae]|'[ae]|yila|aya|tona|milyona|milyara|bine) kadar|'?y?[ae] kadar", C.AT_MOST), (r"'?(?:y?[ae]|[yn]a|[yn]e)? yakin|civarinda|kadar|'?(?:y?[ae]|[yn][ae])? (?:yaklas(?:ti|iyor|an|mis)|dayandi|dayaniyor)\p{l}*", C.ABOUT)),
    between=("", ""), range_words="ile|ila|veya|-|–",
    units=((r"puan\p{l}*", "point", "share", 1), ("dolar" + _SUFFIX, "USD", "money", 1), ("euro|avro" + _SUFFIX, "EUR", "money", 1), (r"tl(?:'?\p{l}{1,5})?", "TRY", "money", 1), ("(?:turk )?lira" + _SUFFIX, "TRY", "money", 1), ("sterlin" + _SUFFIX, "GBP", "money", 1), ("ruble" + _SUFFIX, "RUB", "money", 1), ("yuan" + _SUFFIX, "CNY", "money", 1),
        ("kilometrekare" + _SUFFIX, "km2", "area", 1), ("metrekup" + _SUFFIX, "l", "volume", 1000), ("metrekare" + _SUFFIX, "km2", "area", 1e-6), ("hektar" + _SUFFIX, "km2", "area", 0.01), ("kilometre" + _SUFFIX, "m", "length", 1000), ("santimetre" + _SUFFIX, "m", "length", 0.01), ("metre" + _SUFFIX, "m", "length", 1), ("kilogram|kilo" + _SUFFIX, "kg", "mass", 1), ("ton" + _SUFFIX, "kg", "mass", 1000), ("gram" + _SUFFIX, "kg", "mass", 0.001), ("litre" + _SUFFIX, "l", "volume", 1), ("varil" + _SUFFIX, "barrel", "volume", 1), ("derece" + _SUFFIX, "celsius", "temperature", 1), ("megavat" + _SUFFIX, "W", "power", 1e6),
        ("saniye" + _SUFFIX, "second", "duration", 1), ("dakika" + _SUFFIX, "minute", "duration", 1), ("saat" + _SUFFIX, "hour", "duration", 1), ("gun(?:luk|de|den|u|un|dur)?", "day", "duration", 1), ("hafta" + _SUFFIX, "week", "duration", 1), ("ay(?:lik|da|dan|i|in|dir)?", "month", "duration", 1), ("yil(?:lik|da|dan|i|in|dir)?|yas(?:in|inda|indaki|indan|ina|ini|larinda|larindaki)?|sene", "year", "duration", 1), ("(?:yuzyil|asir)" + _SUFFIX, "year", "duration", 100), ("kat(?:i|ina)?|kez|defa", "times", "ratio", 1)),
    units_before=((any_of("yüzde %"), "percent", "share", 1),),
    no_noun=any_of("ve veya ya da de ile için gibi kadar göre sonra önce ama fakat ki bu şu o bir olan olarak ise daha çok az en mi mı dan den tan ten da te ta"),
    time_units={"day": "gun(?:de|den|un|u)?", "week": "hafta(?:da|dan|nin|yi)?", "month": "ay(?:da|dan|in|i)?", "quarter": "ceyrek(?:te)?", "year": "yil(?:da|dan|in|i|a)?|sene", "decade": "on yil", "century": "yuzyil(?:da)?", "hour": "saat"},
    ago=("{n} önce", "{n} evvel"), ahead=("{n} sonra", "{n} içinde"), past_n=("son {n}",), last=("geçen {x}", "geçtiğimiz {x}"), this=("bu {x}",), next=("gelecek {x}", "önümüzdeki {x}"),
    day_words={"evvelsi gun": -2, "dun": -1, "yarin": 1}, early="başı|başında|başlarında", middle="ortası|ortasında", late="sonu|sonunda|sonuna", of_date="", quarter=("{o} çeyre[kğ]\\p{l}*",), decade=(r"(\d{3}0)'?(?:l[ae]r\p{l}*|l[ıiuü] yıllar\p{l}*)", r"([3-9]0)'?(?:l[ae]r\p{l}*|l[ıiuü] yıllar\p{l}*)"), century=(r"{o} yüzyıl\p{l}*",), seasons=ints("ilkbahar 3,baharında 3,yaz 6,yazında 6,yazı 6,sonbahar 9,sonbaharda 9,sonbaharında 9,kış 12,kışında 12"),
    extra_weekdays="pazartesi 0,salı 1,çarşamba 2,perşembe 3,cuma 4,cumartesi 5,pazar 6", months="ocakta 1,ocak ayında 1,şubatta 2,martta 3,nisanda 4,mayısta 5,haziranda 6,temmuzda 7,ağustosta 8,eylülde 9,ekimde 10,kasımda 11,aralıkta 12,nisan'da 4,mayıs'ta 5,haziran'da 6,temmuz'da 7,ağustos'ta 8,eylül'de 9,ekim'de 10,kasım'da 11,aralık'ta 12,ocak'ta 1,şubat'ta 2,mart'ta 3,mayıs ayında 5,nisan ayında 4,mart ayında 3,haziran ayında 6,eylül ayında 9,ekim ayında 10",
    year_before="", year_after=r"'?(?:de|da|te|ta|den|dan|ten|tan|deki|daki|teki|taki|in|un|nin|nun|e|a|ye|ya)(?!\w)|yillarinda|yillari|yilinda|yilindan|yilina|yilinin|yili", before_christ="", since="", until="", before_date="", after_date="", on_date="", month_needs="geçen|bu|ayı",
    date_orders=(r"{d} {m} {y}(?: {w})?", r"{m} {y}(?:'?(?:de|da|te|ta|den|dan))?", r"{d} {m}(?:'?(?:de|da|te|ta|den|dan))?(?: {w})?", r"{m} ay(?:ındaki|ında|ına|ı|ının)(?: kadar)?", r"{m}(?= (?:sonu|başı|ortası)\p{l}*)", r"{m}(?<=(?:şubatta|martta|nisanda|mayısta|haziranda|temmuzda|ağustosta|eylülde|kasımda))", r"{y} (?:yılının |yılı )?{m}(?: ayında)?"),
    titles=any_of("""kızı oğlu eşi kardeşi annesi babası galerici ressam heykeltıraş eleştirmen tarihçisi sanat_tarihçisi ekonomisti uzmanı analisti sekreteri genel_sekreteri temsilcisi kaymakam rektör rektörü dekan dekanı doktoru hemşire öğretmen balıkçı çiftçi işçi esnaf emlakçı yatırımcı girişimci futbolcu kaleci hakem golcü besteci piyanist şair romancı çevirmen arkeolog biyolog fizikçi kimyager astronom cumhurbaşkanı başkan başkanı başkanvekili başbakan bakan bakanı dışişleri_bakanı vali belediye_başkanı milletvekili senatör kral kraliçe prens general albay profesör prof doçent doktor dr hakim yargıç savcı avukat müdür müdürü genel_müdür genel_müdürü yönetici kurucu kurucusu antrenör teknik_direktör sözcü sözcüsü büyükelçi araştırmacı ekonomist tarihçi yazar gazeteci mühendis mimar hekim milyarder iş_insanı oyuncu yönetmen şarkıcı muhtar muhtarı kaptan mucit"""),
    organisation=any_of("şirketi şirket holding bankası banka üniversitesi üniversite enstitüsü bakanlığı meclisi konseyi mahkemesi partisi sendikası derneği federasyonu kulübü gazetesi gazete dergisi ajansı hastanesi müzesi komisyonu kurumu vakfı belediyesi birliği müdürlüğü odası fabrikası"), place=any_of("şehri kenti ili ilçesi köyü nehri gölü dağı denizi adası caddesi sokağı meydanı köprüsü limanı havalimanı istasyonu vadisi mahallesi stadı parkı"), work=any_of("kitabı romanı filmi albümü raporu dergisi modeli uygulaması"),
    not_names=words("bir bu şu o ve veya ya da de ile için gibi kadar göre sonra önce ama fakat ancak ki ise daha çok az en mi mı ne neden nasıl kim hangi her hiç bütün tüm bazı birçok biz siz ben sen onlar onun bunun ilk son yeni eski iki üç dört beş altı yedi sekiz dokuz on yüzde pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık dün bugün yarın teşekkürler teşekkür fotoğraf haber yaklaşık ayrıca böylece böyle şimdi artık hala yine bence acaba evet hayır geçen gelecek uzmanlar yetkililer"),
    openers=words("öldü vefat kazandı kaybetti geldi gitti istifa tutuklandı gözaltına seçildi atandı özel röportaj video foto"),
    name_links="bin|el|al|de|von|van",
    say=any_of("""belirtildi bildirildi kaydedildi açıklandı vurgulandı aktarıldı duyuruldu hatırlatıldı söylendi ifade_edildi iddia_edildi öne_sürüldü ileri_sürüldü belirtiliyor bildiriliyor belirtilmişti dikkat_çekti dikkat_çekiyor işaret_etti işaret_ediyor dile_getiriyor paylaştı ilan_etti temin_etti dedi diyor söyledi söylüyor belirtti belirtiyor açıkladı açıklıyor bildirdi duyurdu iddia_etti iddia_ediyor savundu savunuyor vurguladı ekledi ifade_etti kaydetti uyardı doğruladı yalanladı reddetti suçladı söz_verdi yazdı aktardı anlattı öne_sürdü ileri_sürdü kabul_etti itiraf_etti düşünüyor tahmin_etti gösterdi hatırlattı eleştirdi dile_getirdi konuştu yanıtladı bilgisini_verdi bilgisini_paylaştı ifadelerini_kullandı ifadesini_kullandı değerlendirmesinde_bulundu açıklamasında_bulundu açıklamasını_yaptı uyarısında_bulundu çağrısında_bulundu yorumunu_yaptı sözlerini_kullandı görüşünü_savundu iddiasında_bulundu söylediler belirttiler açıkladılar savundular ekledi ekliyor söylüyorlar düşünüyorlar inanıyor inanıyorlar belirtmişti söylemişti açıklamıştı belirtmiştir açıklamıştır öngörüyor öngördü bekliyor umuyor dedi diyorlar dediler anlatıyor aktarıyor vurguluyor uyarıyor yazıyor gösteriyor ortaya_koydu ortaya_çıkardı saptadı tespit_etti duyurmuştu bildirmişti vurgulamıştı savunmuştu söylemişlerdi öne_sürmüştü ileri_sürmüştü iddia_etmişti ifade_etmişti anlatmıştı uyarmıştı kaydetmişti hatırlatmıştı eklemişti aktarmıştı doğrulamıştı duyuruyor bildiriyor hatırlatıyor savunuyorlar öne_sürüyor ileri_sürüyor ifade_ediyor diye_sordu diye_soruyor sözlerine_ekledi sözlerine_ekliyor sözlerine_eklemişti"""), that="", according="", according_after=any_of("göre"),
    negation=r"degil|yok|hic|hicbir|kimse|asla|ne|\p{l}{2,}m[ae](?:di|dı|z|yacak|yecek|mis|mıs|dilar|diler)\p{l}*|\p{l}{2,}m(?:iyor|ıyor|uyor|üyor)\p{l}*",
    no_denial=r"(?<!\w)(?:damad|komedi|trajikomedi|namaz|ramazan)\p{l}*(?!\w)|(?<!\w)(?:kacinilmaz|vazgecilmez|inanilmaz|dayanilmaz|cikmaz sokak)(?:di|dir)?(?!\w)",  # son-in-law, comedy, prayer; "inevitable"
    negative_words=r"degil(?:di|dir|mis|ler|lerdi|lerdir)?|yok|hic|hicbir|kimse|asla|\p{l}{2,}m[ae](?:di|z|yaca[gk]|yece[gk]|mis|dig|dik|yan|yen)\p{l}{0,6}|\p{l}{2,}m[ae]y[iu](?:p|z)|ne(?= .* ne )|yok(?:tu|tur)|olmayan|\p{l}{2,}m[iu]yor(?:lar|du|dum|duk|dular|um|uz|mus)?",
    future=r"\p{l}{2,}(?:acak|ecek)(?:lar|ler|ti|tir)?|\p{l}{2,}(?:acagi|ecegi)(?:ni|nin|ne|nde|na|nda|ndan|nden)|\p{l}{2,}(?:acaklari|ecekleri)ni|bekleniyor|planlanan|beklenen|ongorulen|hedeflenen", perhaps=any_of("belki muhtemelen olabilir sanırım galiba sözde") + r"|\p{l}{2,}[ae]bilir(?:ler)?(?!\s(?!(?:ve|ya|veya|ama|ancak|fakat|mi|diye|dedi|de|da|ki|cunku|hem|ise|hatta)(?!\w))\p{l})", condition=r"eger|\p{l}+m[ae]s[iı] (?:halinde|durumunda)|taktirde|takdirde|\p{l}{2,}(?:irsa|irse|arsa|erse|ursa|mazsa|mezse|[iu]yorsa|caksa|cekse|diysa|diyse|duysa|tiysa|tiyse|tuysa|saydi|seydi|maliysa|meliyse)",
    opinion=any_of("bence bana_göre sanırım düşünüyorum maalesef ne_yazık_ki neyse_ki rezalet harika korkunç saçma gülünç gerekir yakışmaz"), view=any_of("bence bana_göre bize_göre bana_kalırsa kanaatimce kanımca benim_için düşünüyorum sanıyorum inanıyorum korkarım"), first_person=any_of("ben biz bana bize benim bizim beni bizi bence"), asked=r"\w+[iu]p \w+m[ae]y[ae]c[ae]", question=any_of("kim ne nerede neden niçin nasıl kaç hangi acaba mi mı"), thanks=any_of("teşekkür teşekkürler tebrikler hoş_geldiniz"), rhetoric=r"zaman gösterecek\p{l}*|bekleyip göreceğiz|hep birlikte göreceğiz|" + any_of("herkes_biliyor herkesin_bildiği_gibi elbette tabii_ki"), call=any_of("okuyun paylaşın düşünün"),
    relative="", conjunction="ve|ama|fakat|ancak|veya", subordinate=any_of("çünkü eğer ki"), preposition="(?!)", determiner=any_of("bu şu o bir her"), pronoun=any_of("o onlar bu şu"), possessive=any_of("onun onların"), verb_last=True,
    verbs=r"\p{l}{2,}(?:digini|dugunu|tigini|tugunu|ecegini|acagini)|\p{l}+(?:[fstkchp]t[iu]|[aeioubcdgjlmnrvyz]d[iu])(?:ler|lar)?|\p{l}{2,}(?:yor|iyor|uyor)(?:du|lar|muş|dı)?|\p{l}{2,}(?:acak|ecek)(?:ti|tir|lar|ler)?|\p{l}{2,}(?:mis|mus)(?:ti|tir|tu|tur)?|\p{l}{2,}(?:maktadir|mektedir|abilir|ebilir)|\p{l}+(?:ilir|inir|anir|enir|unur|ulur|alir|elir|ilmez|inmez)|olur|olmaz|eder|etmez|yapar|verir|bulunur|ister|cikar|kalir|bilir|surer|gecer|duser|artar|yasar|calisir|baslar|soyler|gosterir|tasir|saglar|olusur|icerir|kapsar|degisir|gider|yazar|konusur|der|bekler|getirir|uretir|tuketir|var|yok|degil|vardi|yoktu|idi|\p{l}{3,}(?:dir|tir|dur|tur)",
    not_verbs=any_of("kendi şimdi hindi efendi ebedi ordu yurdu derdi trendi standı vadi suudi ciddi maddi üstü dostu testi postu kasti listi kültür yabancı müştü gelecek bir her kadar eser haber yer değer lider biber tarihi belirti kredi kedi yedi adı tadı altı parti şehir nehir demir vergi üyeleri var_olan diğer ünlü çocuklar milyar dolar karar zarar lar yıllar onlar bunlar insanlar şirketler eğer meğer beter ticari yapı pazar kenar duvar tekrar hazır sınır maddi etti_ği yıldır aydır gündür"),
    event_nouns="(?!)", born=any_of("doğumlu doğan kurulan kurucusu eski seçilen"), adverb=any_of("ayrıca sonra de da artık"),
)  # fmt: skip
