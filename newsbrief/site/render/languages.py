"""The direction of languages, and the HTML attributes of words in one language amid words in another.

Languages are BCP 47 tags. The sets are those of CLDR ("likely subtags") and Unicode; a test compares them with CLDR.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
# Scripts that run from right to left (ISO 15924).
SCRIPT_CODES = """
    adlm arab aran armi avst chrs cprt elym gara hatr hebr hung khar lydi mand mani mend merc mero narb nbat
    nkoo orkh palm phli phlp phnx prti rohg samr sarb sidt sogd sogo syrc syre syrj syrn thaa yezi
"""
SCRIPTS = frozenset(SCRIPT_CODES.split())
# Languages that are written in one of these scripts if their tag names no script.
LANGUAGE_CODES = """
    aao abh abv acm acq acw acx adf ae aeb aec aee aeq afb aib aii aij aiq amw apc apd ar arc arq ars ary arz
    ask atn auj auz avd avl ayh ayl ayn ayp azb bal bdz bej bft bgn bgp bhe bhm bhn bjf bjm bqi brh brk bsh bsk
    chg cja ckb clh czk dcc def deh dgl dmk dml dv ecy esh fa fay faz fia fub gbz ggg gha ghr gig gjk gju glh
    glk gwc gwf gwt gzi hac haz hbo he hkh hnd hno hoh hrt hrz hss huy isk itk iw jad jat jbe jbn jdg ji jnd jog
    jpa jpr jrb jye kbu kby kcy kfm khw klj kmz kqd ks ktl kvx kxp lad lah lhs lki lrc lrk lrl lsa lsd lss luv
    luz mby mde mfa mfi mhj mid mki mnj mve mvy myz mzn nli nlm nqo ntz nyq oar obm odk oru ota otk pal pbt pgd
    phl phn phr phv plk pra prc prd prx ps psh psi pst qxq rdb rhg rmt sam sbn scl sd sdb sdf sdg sdh sds sgr
    sgy shd shm shu shv siy siz skr smp smy sog sqo sqt srh srz ssh sts swb syc syn syr tjo tks tmr tov tra trg
    trm trw ug ur ush uzs vaf vgr vmh wbk wlo wne wni wsv xco xhe xka xkc xkj xkp xld xly xmn xmr xna xpr xsa
    xvi ydg yhd yi yih yud zba zdj zrp zum
"""
LANGUAGES = frozenset(LANGUAGE_CODES.split())
# Languages that are written from right to left in one country only.
REGIONAL_CODES = """
    az-iq az-ir ha-cm ha-sd kk-af kk-cn kk-ir kk-mn ku-lb ky-cn ms-cc pa-pk tg-pk uz-af
"""
REGIONAL = frozenset(REGIONAL_CODES.split())


def tag(lang: str) -> str:
    """Return a language tag as machines may read it: "" if it has not the form of a tag (RFC 5646, section 2.1)."""
    return lang if TAG.fullmatch(lang) else ""


def from_right(lang: str) -> bool:
    """Return whether a language is written from right to left."""
    language, script, rest = _parts(lang)
    if script:
        return script in SCRIPTS
    return language in LANGUAGES or any(f"{language}-{one}" in REGIONAL for one in rest)


def alike(lang: str, other: str) -> bool:
    """Return whether two tags count as one language: en-GB and en-US do, Punjabi in two scripts does not."""
    return _parts(lang)[:2] == _parts(other)[:2]


@lru_cache(256)
def attributes(lang: str, around: str) -> Markup:
    """Return ` lang="ar" dir="rtl"` for words in `lang` amid words in `around`; "" if the two are alike.

    `dir` is there only where the direction differs.
    """
    if alike(lang, around):
        return Markup()
    direction = ("ltr", "rtl")[from_right(lang)]
    turned = Markup(' dir="%s"') % direction if from_right(lang) != from_right(around) else Markup()
    return Markup(' lang="%s"') % lang + turned


def _parts(lang: str) -> tuple[str, str, tuple[str, ...]]:
    """Return the language, the script ("" for none) and everything that follows the language."""
    language, *rest = lang.replace("_", "-").casefold().split("-")
    script = next((one for one in rest[:2] if len(one) == 4 and one.isalpha()), "")
    return language, script, tuple(rest)
