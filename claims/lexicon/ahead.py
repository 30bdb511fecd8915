# ruff: noqa: E501 -- word lists read better in long lines
"""Words, a language each, that tell that an event lies ahead of its telling, and that dates share a year."""

from dataclasses import dataclass, fields
from functools import cache

from claims.lexicon.build import fold_pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Patterns over folded text; an empty one means that the language has no such rule."""

    promise: str = ""  #: before a date: a promise, plan or hope with what is promised
    apart: str = ""  #: between a promise and a date: what makes the date another event's
    promise_behind: str = ""  #: behind a date: the rest of a promise, or a promise told last
    wanted: str = ""  #: before a date by which something is promised or asked for
    put_off: str = ""  #: verbs that move an event to a later day
    onto: str = ""  #: between such a verb and the day
    onto_behind: str = ""  #: the same behind the day
    relative: str = ""  #: what opens a clause whose verb stands before its date
    gone_behind: str = ""  #: behind a date: a participle of the past that it belongs to
    joint: str = ""  #: between dates of one year: "and again"
    lead: str = ""  #: before the second of them: "on"


_AHEAD: dict[str, Ahead] = {
    "en": Ahead(
        apart=r"after|that|which|who|when|since|because|where|whose",
        promise=r"(?<!(?:had|was|were|been|having) )(?:promis(?:ed|es|e|ing)|pledg(?:ed|es|e|ing)|vow(?:ed|s|ing)?|plan(?:ned|s|ning)?|hop(?:ed|es|e|ing)|agree(?:d|s|ing)?|expect(?:ed|s|ing)?|intend(?:ed|s|ing)?|aim(?:ed|s|ing)?|threaten(?:ed|s|ing)?|undertook) (?:not )?to \p{l}+",
        put_off=r"adjourn(?:ed|s|ing)?|postpon(?:ed|es|ing)|delay(?:ed|s|ing)?|deferred|rescheduled|put off|put back|push(?:ed|es) back|extend(?:ed|s|ing)?", onto="to|for|until|till",
        joint="and|or|then|again|also|later|once more", lead="on|in|the",
    ),
    "fr": Ahead(
        apart=r"apres|que|qui|dont|lors|quand|depuis|ou",
        promise=r"(?<!(?:avait|avaient) )(?:promis|promet|promettent|prevoi(?:t|ent)|prevu|esper(?:e|ent|ait)|comptent|compte|s'est engagee?|se sont engage[es]+|s'engage|s'engagent|envisagent|envisage|entend|entendent|menacent|menace|souhaitent|souhaite|convenu|accepte) (?:a |de |d')?(?:ne pas )?\p{l}{2,}(?:er|ir|re)",
        wanted=r"prome(?:t|ttent)|promis|reclam(?:e|ent)|exig(?:e|ent)|demand(?:e|ent)|(?<!(?:est|sont|etait|etaient) )attend(?:ent|u|us|ue|ues)?",
        put_off=r"report(?:e|ee|es|ees|er|ent)|repouss(?:e|ee|es|ees|er|ent)|ajourn(?:e|ee|es|ees|er|ent)|renvoy(?:e|ee|es|ees|er)|prolong(?:e|ee|es|ees|er|ent)|decal(?:e|ee|es|ees|er)", onto="a|au|jusqu'a|jusqu'au|jusqu'en|en",
        relative="que|qu'|qui|dont", joint="et|ou|puis|de nouveau|a nouveau|encore", lead="le|en",
    ),
    "es": Ahead(
        apart=r"tras|despues|que|cuando|donde",
        promise=r"(?<!(?:habia|habian) )(?:prometio|prometieron|promete|prometen|preve|preven|planean?|esperan?|confian?|acordo|acordaron|se comprometio|se comprometieron|se compromete|pretenden?|amenazan?|amenazo|tienen? previsto|piensan?|quieren?) (?:a |en |con )?\p{l}{2,}(?:ar|er|ir)(?:se|l[aeo]s?)?",
        wanted=r"prometio|prometieron|prometen?|exigio|exigieron|exigen?|reclam[aon]+|reclamaron|pidio|pidieron|piden?|solicit[aon]+|solicitaron",
        put_off=r"aplaz\p{l}+|pospus\p{l}+|pospon\p{l}+|pospuest\p{l}+|prorrog\p{l}+|postergo|postergaron|postergad[oa]s?|retras(?:o|aron|ad[oa]s?)", onto="hasta|a|al|para", relative="que|cuy[oa]s?", joint="y|e|o|luego|despues|de nuevo|otra vez|nuevamente", lead="el|en",
    ),
    "de": Ahead(
        promise=r"(?:verspr(?:ach|icht|achen|echen)|versprochen|plan(?:t|en|te|ten)|hoff(?:t|en|te|ten)|beabsichtig(?:t|en|te|ten)|droh(?:t|en|te|ten)|zugesagt|sagten? zu|vereinbart|vereinbarten|kundig(?:t|te|ten|en) an|verpflichte(?:t|te|ten) sich)(?: \p{l}+){0,4},",
        promise_behind=r"(?: [\p{l}\d.]+){0,8}? (?:zu \p{l}+e?n|\p{l}{2,}zu\p{l}{2,}en)",
        put_off="vertagt?|vertagten?|verschob|verschoben|verschiebt|verlegte?n?|verlangert|verlangerten?", onto="auf|bis|bis zum", joint="und|oder|dann|erneut|wieder|noch einmal|abermals|nochmals", lead="am|im",
    ),
    "ru": Ahead(
        apart=r"после|когда|котор\p{l}+|потому|так",
        promise=r"(?:по)?обеща(?:л|ла|ли|ло|ет|ют) (?:\p{l}+ ){0,2}?\p{l}+(?:ть|ти|чь)(?:ся)?|(?:планиру(?:ет|ют)|намерен[аы]?|надее?тся|надеются|рассчитыва(?:ет|ют)|договорил(?:ся|ась|ись)|собира(?:ет|ют)ся|согласил(?:ся|ась|ись)|обязал(?:ся|ась|ись)) (?:\p{l}+ ){0,2}?\p{l}+(?:ть|ти|чь)(?:ся)?",
        put_off=r"отложил[аи]?|отложен[аоы]?|перен[её]с(?:ла|ли)?|перенесен[аоы]?|продлил[аи]?|продлен[аоы]?|отсрочил[аи]?", onto="на|до", joint="и|или|а затем|затем|снова|опять|еще раз|потом", lead="в|во",
    ),
    "tr": Ahead(
        promise_behind=r"(?: (?!\p{l}+(?:di|du|ti|tu)(?!\w))[\p{l}']+){0,6}? \p{l}+m[ae](?:y[ai]|k)? (?:planli|hedefli|umu|umdu|kabul et|vaat et|istiyor|amacli|konusunda anlas|uzere anlas|icin anlas|sozu ver)\p{l}*",
        put_off=r"ertele\p{l}+|uzatil?di", onto_behind=r" (?:gunune|gunu|ayina|ayi)",
        gone_behind=r"(?: (?!\p{l}+(?:acak|ecek))\p{l}+){0,3}? (?!planlanan|beklenen|ongorulen|hedeflenen)(?:\p{l}{2,}(?:dig|tig|dug|tug)[iu]\p{l}*|\p{l}{3,}[ln](?:an|en))", joint="ve|veya|sonra|yeniden|tekrar|bir kez daha",
    ),
    "zh": Ahead(
        apart=r"后|时|的",
        promise=r"(?:承诺|打算|力争|争取|有意|约定|保证|同意)(?!了|的|过|书)\p{Han}{0,8}", put_off="推迟|延期|改期|延后|押后|延长", onto="至|到", joint="和|与|及|以及|、|又|再", lead="在|于",
    ),
    "ar": Ahead(
        apart=r"بعد|قبل ان|الذي|التي|الذين|اثر|عقب|عندما|منذ|لان",
        promise=r"[وف]?(?:وعد(?:ت|وا|ا)?|تعهد(?:ت|وا|ا)?|اتفق(?:ت|وا|ا)?|[يت]امل|ياملون|[يت]نوي|[يت]عتزم)(?: \p{l}+){0,3}? (?:ب(?:ان )?\p{l}{3,}|ان [يتن]\p{l}+|علي \p{l}{3,})",
        put_off=r"[وف]?(?:اجل|اجلت|اجلوا|ارجا|ارجات|مدد|مددت|تاجيل|ارجاء|تمديد|تاجلت|تاجل)", onto="الي|حتي|الي يوم",
        relative="الذي|التي|الذين|اللذان|اللتان|اللذين|اللتين|اللواتي", joint="و|ثم|او|مجددا|مره اخري", lead="في|يوم",
    ),
    "fa": Ahead(
        apart=r"که|پس از|بعد از|چون",
        promise=r"(?:وعده داد|قول داد|توافق کرد|قصد دار|امیدوار|پیش‌بینی (?:می‌)?ک[نر]|انتظار (?:می‌رود|دار))\p{l}*(?: است)?(?: که)?", put_off="موکول|به تعویق|تمدید", onto="به|تا",
        joint="و|یا|سپس|دوباره|بار دیگر", lead="در|روز",
    ),
}  # fmt: skip


@cache
def ahead_of(language: str) -> Ahead:
    """The words of a language, folded, whose spaces match any space; empty ones where it has none."""
    found = _AHEAD.get(language, Ahead())
    return Ahead(**{one.name: fold_pattern(getattr(found, one.name)).replace(" ", r"\s+") for one in fields(found)})
