"""Word classes, as flags in one number: a word may be in several. The data files tell which words are in which."""

from __future__ import annotations

from typing import Final

# Verbs: of saying; of thinking; of giving what something is called; auxiliaries; others that are surely verbs.
SAY: Final = 1
THINK: Final = 1 << 1
LABEL: Final = 1 << 2
AUX: Final = 1 << 3
VERB: Final = 1 << 16
MOOD: Final = 1 << 26
"""A verb in the mood that marks reported speech."""
SEPARABLE: Final = 1 << 25
"""A verb that tells of speech only with a particle at the end of its clause ("führt ... aus")."""

CUE: Final = SAY | THINK | LABEL
"""A verb that may introduce what was said."""
ACTS: Final = AUX | VERB
"""A verb that introduces nothing."""

# Small words: adverbs, prepositions, conjunctions, subordinators, determiners, pronouns, relatives, complementizers.
ADV: Final = 1 << 4
PREP: Final = 1 << 5
CONJ: Final = 1 << 6
SUB: Final = 1 << 7
DET: Final = 1 << 8
PRON: Final = 1 << 9
REL: Final = 1 << 10
COMP: Final = 1 << 11

# Nouns: for people and bodies; of time; titles; what is said or written; what names are given to.
PERSON: Final = 1 << 12
ORG: Final = 1 << 13
TIME: Final = 1 << 14
TITLE: Final = 1 << 15
NAMED: Final = 1 << 17
SAID: Final = 1 << 18
MASC: Final = 1 << 19
FEM: Final = 1 << 20
PLURAL: Final = 1 << 21
NEUTER: Final = 1 << 22
GENDER: Final = MASC | FEM
"""What tells a man from a woman."""
NOUN: Final = PERSON | ORG | NAMED | TITLE | GENDER
"""What is known of nouns."""

UNREAL: Final = 1 << 23
"""A word before or behind words in marks that nobody says ("so-called")."""
ENTITY: Final = 1 << 24
"""A word that the article mentions as a person or an organization; set where a text is read."""
ENDS: Final = 1 << 27
"""A mark that may end a sentence, and words in quotation marks, which may too; set where a text is read."""
