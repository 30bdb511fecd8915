"""The moves of the parser: a stack, a buffer, and arcs between them (arc-eager, with words put back once)."""


class State:
    """A sentence half parsed; words by number, -1 where none stands."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.stack: list[int] = []
        self.again: list[int] = []  #: words put back in front of the buffer
        self.next = 0
        self.heads = [-1] * length
        self.labels = [""] * length
        self.left: list[list[int]] = [[] for _ in range(length)]
        self.right: list[list[int]] = [[] for _ in range(length)]
        self.stuck = [False] * length  #: put back once; may not be shifted again until an arc reaches it

    def done(self) -> bool:
        """Whether no word waits."""
        return not self.stack and self._waiting() == 0

    def _waiting(self) -> int:
        return self.length - self.next + len(self.again)

    def front(self, at: int) -> int:
        """The word at a place of the buffer."""
        if at < len(self.again):
            return self.again[-1 - at]
        found = self.next + at - len(self.again)
        return found if found < self.length else -1

    def top(self, at: int) -> int:
        """The word at a depth of the stack."""
        return self.stack[-1 - at] if at < len(self.stack) else -1

    def context(self) -> tuple[int, ...]:
        """The eight words that decide the next move."""
        front, top = self.front(0), self.top(0)
        return (
            front, self.front(1), top, self.top(1), self.top(2),
            self.left[front][-1] if front >= 0 and self.left[front] else -1,
            self.left[top][-1] if top >= 0 and self.left[top] else -1,
            self.right[top][-1] if top >= 0 and self.right[top] else -1,
        )  # fmt: skip

    def allowed(self) -> tuple[bool, bool, bool]:
        """Whether to shift, to reduce, to draw an arc."""
        waiting, depth = self._waiting(), len(self.stack)
        front = self.front(0)
        begins = front == 0  # the first word of the sentence
        shift = depth == 0 or (waiting >= 2 and not begins and not self.stuck[front])
        reduce = depth > 0 and (waiting == 0 or depth > 1 or front <= 0)
        arc = depth > 0 and waiting > 0 and not begins
        return shift, reduce, arc

    def shift(self) -> None:
        """The next word onto the stack."""
        if self.again:
            self.stack.append(self.again.pop())
        else:
            self.stack.append(self.next)
            self.next += 1

    def reduce(self) -> None:
        """The top word off the stack; back in front of the buffer while it has no head."""
        word = self.stack.pop()
        if self.heads[word] < 0 and self.stack:
            self.stuck[word] = True
            self.again.append(word)

    def arc_left(self, label: str) -> None:
        """The next word becomes the head of the top word, which leaves the stack."""
        self._arc(self.front(0), self.stack[-1], label)
        self.stuck[self.front(0)] = False
        self.stack.pop()

    def arc_right(self, label: str) -> None:
        """The top word becomes the head of the next word, which goes onto the stack."""
        self._arc(self.stack[-1], self.front(0), label)
        self.shift()

    def _arc(self, head: int, child: int, label: str) -> None:
        old = self.heads[child]
        if old >= 0:
            side = self.left if old > child else self.right
            side[old].remove(child)
        (self.left if head > child else self.right)[head].append(child)
        self.heads[child], self.labels[child] = head, label


def lifted(heads: list[int], labels: list[str]) -> tuple[list[int], list[str]]:
    """Heads and labels with arcs that cross others put back: a label "nsubj||ccomp" says where its head is."""
    for at, label in enumerate(labels):
        if "||" not in label:
            continue
        own, wanted = label.split("||")
        labels[at] = own
        level = [heads[at] if heads[at] >= 0 else at]
        found = None
        while level and found is None:
            below = [c for over in level for c, head in enumerate(heads) if head == over and c not in (over, at)]
            found = next((c for c in below if labels[c].split("||")[0] == wanted), None)
            level = below
        if found is not None:
            heads[at] = found
    return heads, labels
