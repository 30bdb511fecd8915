# ruff: noqa: E501 -- word lists read better in long lines
"""Finite verbs of English: irregular pasts, auxiliaries, common third persons, and the regular past."""

from claims.lexicon.build import any_of

VERBS = (
    any_of("""am is are was were be been has have had do does did will would shall should can could may might must cannot isn aren wasn weren don doesn didn won wouldn couldn shouldn hasn haven hadn
 became began bent bit blew bought broke brought built burst came caught chose cost cut dealt drank drew drove ate fell fed fought found fled flew
 forbade forgot forgave froze got gave went grew hung heard held hid hit kept knew laid led leapt left lent let lay lit lost made meant met overcame
 overtook paid put quit ran rang read rode rose said sang sank sat saw sold sent set shook shone shot showed shrank shut slept slid spoke sped spent spread sprang
 stole stood stuck struck swept swore swam swung taught thought threw told took tore understood underwent undertook woke wore won withdrew wrote
 becomes begins breaks brings builds buys comes costs continues contains covers carries creates cuts declines decides depends develops drops dies draws drives earns employs ends
 enters exceeds expects faces fails falls feels finds follows forms gains gets gives goes grows happens has heads helps holds hosts hopes hits includes increases involves
 joins keeps knows lacks leads leaves lies likes lives looks loses loves makes means meets moves needs offers opens operates owns owes pays plans plays produces
 provides puts raises ranks reaches receives relies remains represents requires rises rules runs says sees seeks sells sends serves sets shows sits spends stands starts stays
 stops supports takes talks teaches tells tends thinks threatens tries turns uses wants warns wins works writes own owe want need live work make take give seem seems
 appear appears exist exists belong belongs consist consists remain employ provide include become produce cost begin contain expect face hope rely represent require run""")
    + r"|\p{L}{2,}(?:[^aeious]ed|[aeo]ed|ied|ued)"
)
