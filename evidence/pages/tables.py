"""Tables as lines that can be read alone: "title — key: value" and "header: cell; header: cell"."""

from bs4 import Tag

from evidence.pages.clean import tidy

MOST_ROWS = 2000
MOST_CELLS = 40


def rows_of(table: Tag) -> list[list[Tag]]:
    """The rows of a table, without those of tables inside it."""
    return [
        [cell for cell in row.find_all(["th", "td"], recursive=False) if isinstance(cell, Tag)][:MOST_CELLS]
        for row in table.find_all("tr")
        if row.find_parent("table") is table
    ][:MOST_ROWS]


def is_keyed(table: Tag) -> bool:
    """Whether every row is a key with its value, as in an infobox."""
    pairs = [row for row in rows_of(table) if len(row) > 1]
    wide = [row for row in pairs if len(row) > 2]
    named = sum(row[0].name == "th" for row in pairs)
    heads = [row for row in pairs if all(cell.name == "th" for cell in row)]
    return bool(pairs) and not wide and not heads and named >= len(pairs) / 2


def keyed_lines(table: Tag, title: str) -> list[str]:
    """Lines "title — key: value", one for each row that has both; a lone cell in a row heads what follows."""
    caption = table.find("caption")
    own = tidy(caption.get_text(" ")) if isinstance(caption, Tag) else ""
    subject = own or title
    out, section = [], ""
    for row in rows_of(table):
        if len(row) == 1:
            label = cell_text(row[0])
            section = label if row[0].name == "th" and label != subject and len(label) < 80 else section
            continue
        if len(row) < 2:
            continue
        key, value = cell_text(row[0]), "; ".join(filter(None, map(cell_text, row[1:])))
        if key and value:
            inner = f"{section}, {key}" if section else key
            out.append(f"{subject} — {inner.rstrip(':：')}: {value}" if subject else f"{inner}: {value}")
    return out


def grid_lines(table: Tag) -> list[str]:
    """Lines "header: cell; header: cell", one a row; cells that span are repeated where they reach."""
    grid = _spread(rows_of(table))
    if not grid:
        return []
    heads: list[str] = []
    start = 0
    while start < len(grid) and all(cell is None or cell.name == "th" for cell in grid[start]):
        texts = [cell_text(cell) if cell is not None else "" for cell in grid[start]]
        heads = [_merged(heads[i] if i < len(heads) else "", text) for i, text in enumerate(texts)]
        start += 1
    caption = table.find("caption")
    before = f"{tidy(caption.get_text(' '))} — " if isinstance(caption, Tag) and tidy(caption.get_text(" ")) else ""
    out = []
    for row in grid[start:]:
        cells = [cell_text(cell) if cell is not None else "" for cell in row]
        if len(set(filter(None, cells))) == 1 and len(cells) > 1 and heads:
            out.append(next(filter(None, cells)))  # one cell across the whole row is a label
            continue
        parts = [
            f"{heads[i]}: {text}" if i < len(heads) and heads[i] and heads[i] != text else text
            for i, text in enumerate(cells)
            if text
        ]
        if parts:
            out.append(before + "; ".join(parts))
    return out


def table_lines(table: Tag, title: str) -> list[str]:
    """The lines of a table of either kind."""
    return keyed_lines(table, title) if is_keyed(table) else grid_lines(table)


def cell_text(cell: Tag) -> str:
    """What a cell says, its lines and list items apart."""
    items = [tidy(item.get_text(" ")) for item in cell.find_all("li")]
    if items:
        return "; ".join(filter(None, items))
    for br in cell.find_all("br"):
        br.replace_with("; ")
    return tidy(cell.get_text(" ")).replace(" ;", ";").strip("; ").replace("( ", "(").replace(" )", ")")


def _merged(above: str, below: str) -> str:
    return below if not above or above == below else f"{above} {below}".strip()


def _spread(rows: list[list[Tag]]) -> list[list[Tag | None]]:
    grid: list[list[Tag | None]] = []
    hanging: dict[int, tuple[Tag, int]] = {}  # column -> cell that reaches down, rows left
    for row in rows:
        line: list[Tag | None] = []
        waiting = list(row)
        while waiting or len(line) in hanging:
            column = len(line)
            if column in hanging:
                cell, left = hanging.pop(column)
                if left > 1:
                    hanging[column] = (cell, left - 1)
                line.append(cell)
                continue
            cell = waiting.pop(0)
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for offset in range(across):
                if down > 1:
                    hanging[column + offset] = (cell, down - 1)
                line.append(cell)
            if len(line) > MOST_CELLS:
                break
        if line:
            grid.append(line)
    return grid


def _span(cell: Tag, name: str) -> int:
    try:
        return max(1, min(int(str(cell.get(name, "1"))), MOST_CELLS))
    except ValueError:
        return 1
