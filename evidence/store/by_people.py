"""What a store keeps of people: evidence that they bring and take back, decisions and withdrawals."""

from collections.abc import Callable

from evidence.records import Decision, Label, ManualEvidence
from evidence.store import people, read
from evidence.store.handle import Handle


class ByPeople(Handle):
    """The part of a store through which people act; each call is one transaction."""

    def add_evidence(self, *added: ManualEvidence) -> None:
        """Keep evidence that people brought, all of it or none."""
        with self.writing() as connection:
            people.add_manual(connection, added)

    def already_brought(self) -> Callable[[ManualEvidence], str]:
        """Says of evidence why it is not to be kept again, "" where it is new."""
        with self.connection() as connection:
            return people.already_brought(connection)

    def retract_evidence(self, prefix: str, *, by: str, reason: str) -> tuple[str, str]:
        """Take evidence back, which stays on record; its id and its claim's, which is to be judged again."""
        with self.writing() as connection:
            return people.retract(connection, prefix, by=by, reason=reason)

    def decide(self, claim: str, label: Label, *, by: str, reason: str) -> Decision:
        """Set a person's verdict above the machine's."""
        with self.writing() as connection:
            claim_id = read.find_claim(connection, claim)
            return people.add_decision(connection, claim_id, label, by=by, reason=reason)

    def withdraw_decision(self, claim: str, *, by: str, reason: str, decided_by: str = "") -> Decision:
        """Take a decision back: one's own, or that of `decided_by`."""
        with self.writing() as connection:
            claim_id = read.find_claim(connection, claim)
            return people.withdraw(connection, claim_id, by=by, reason=reason, decided_by=decided_by or by)
