"""How often each source is drawn in training: by size to the power .6, times these factors."""

LANGUAGE = {"ar": 2.7, "en": 1.2}
SOURCE = {
    "arcd": 6.0, "tydiqa": 6.0, "stance_ans_stance": 4.0, "stance_fever_dev_rte": 2.0,
    "stance_foolmetwice": 4.0, "stance_farstail": 1.5, "factscore": 1.0,
    "tico19": 3.0, "tico19_test": 3.0, "mintaka_dev": 2.0, "unbis_notes": 2.0,
    "tatoeba_opus_test": 1.5, "indian_parallel": 1.2, "mmlu_acegpt": 0.8, "mscurricula": 0.7,
    "msdocs": 0.5, "mozilla_www": 0.7, "quran": 0.25, "sahana": 0.3, "osm_tagging": 0.5, "cldr": 0.3,
    "arwikicats": 0.5, "wordnet": 0.6, "wiktionary": 0.7, "wordnet_wikt_auto": 0.6,
    "camel_morph": 0.4, "person_names": 0.35, "geo_names": 0.2,
}  # fmt: skip


def weight_of(language: str, source: str, size: int) -> float:
    """How often the rows of a source are drawn in all, beside other sources."""
    return LANGUAGE.get(language, 1.0) * SOURCE.get(source, 1.0) * float(size**0.6)
