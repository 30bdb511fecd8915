"""Teaches the segmenter: `python -m training.segmenter.learn --work DIR --out OUT --seconds 75 --device cuda`.

Reads what `prepare` wrote and keeps it on the device. Everything from the first step to the last file written takes
`--seconds` at most. Writes a running mean of the weights, in half precision and files of at most 15 MB.
"""

import argparse
import json
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from training.segmenter.network import Segmenter
from training.segmenter.report import report
from training.segmenter.rows import Batch, grouped, loaded, started

#: How often a sentence of a group is shown; the groups' shares of what is shown, whatever their size.
SHARES = {"written": 0.2, "noised": 0.4, "switched": 0.1, "propositions": 0.12, "propositions_switched": 0.18}
UNTOLD = "propositions"  #: groups that begin so don't say who tells it
UNKNOWN = 3  #: the table's row for a piece that it lacks
LOST = 0.08  #: pieces made unknown, at most, while learning
WARM = 0.05  #: of the time, until the rate is reached
HEADS_RATE = 4  #: times the rate of the encoder
WIDTH = 64  #: pieces of a sentence for which --batch counts
MEAN = 0.998
MB_15 = 15_000_000


def shares_of(groups: list[Batch], names: list[str], languages: int) -> list[torch.Tensor]:
    """For each batch, how often each of its sentences is shown: groups by their shares, languages alike in a group."""
    counts = np.zeros((len(names), languages))
    for one in groups:
        np.add.at(counts, (one.groups.cpu().numpy(), one.languages.cpu().numpy()), 1)
    present = (counts > 0).sum(1, keepdims=True)
    each = np.array([[SHARES.get(name, 0.0)] for name in names]) / np.maximum(present, 1) / np.maximum(counts, 1)
    made = torch.from_numpy(each)
    return [made.to(one.ids.device)[one.groups, one.languages] for one in groups]


def loss_of(model: Segmenter, table: torch.Tensor, one: Batch, told: torch.Tensor) -> torch.Tensor:
    """Predicates wrong or missed, and units wrongly in or out of the propositions; `told` where attribution is known."""
    lost = torch.rand(len(one.ids), 1, device=one.ids.device) * LOST
    ids = torch.where((torch.rand(one.ids.shape, device=one.ids.device) < lost) & (one.ids > UNKNOWN), UNKNOWN, one.ids)
    units = model.units(table[ids], ids, one.first, one.last)
    real = one.units.float()
    gold = torch.zeros_like(real).scatter_reduce(1, one.anchors, one.props.float(), "amax")
    missed = F.binary_cross_entropy_with_logits(model.predicates(units).float(), gold, reduction="none")
    members = model.members(units, one.anchors, one.units).float()
    wrong = F.binary_cross_entropy_with_logits(members, one.masks.float(), reduction="none")
    weight = (one.props[:, :, None] & one.units[:, None, :]).float()[..., None]
    weight = torch.cat([weight, weight * told[:, None, None, None]], -1) / real.sum(1)[:, None, None, None]
    return 4 * (missed * real).sum() / real.sum() + (wrong * weight).sum() / one.props.sum().clamp(min=1)


def save(state: dict[str, torch.Tensor], out: Path, about: dict[str, object]) -> None:
    """The weights in half precision, as many files as 15 MB each need, and what they are."""
    out.mkdir(parents=True, exist_ok=True)
    parts: list[dict[str, np.ndarray]] = [{}]
    size = 0
    for name, tensor in state.items():
        array = tensor.cpu().numpy().astype(np.float16)
        if size + array.nbytes > MB_15 - 100_000:
            parts.append({})
            size = 0
        parts[-1][name] = array
        size += array.nbytes
    for number, part in enumerate(parts):
        np.savez(out / f"weights-{number}.npz", allow_pickle=False, **part)
    (out / "about.json").write_text(json.dumps(about, indent=1) + "\n")


def main() -> None:
    begun = time.monotonic()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--drop", type=float, default=0.1)
    parser.add_argument("--layers", type=int, help="the lowest so many of those prepared")
    parser.add_argument("--reserve", type=float, default=4.0, help="seconds kept for the report and the files")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    device = torch.device(args.device)
    arrays, first = loaded(args.work / "examples.xz"), loaded(args.work / "start.xz")
    if args.layers:
        first["layers"] = np.asarray(min(args.layers, int(first["layers"])))
    languages, names = [str(x) for x in arrays["language_names"]], [str(x) for x in arrays["group_names"]]
    model, table = started(first, args.drop, device)
    everything = grouped(arrays, device)
    dev = [one[one.groups == names.index("dev")].trimmed() for one in everything if (one.groups == 0).any()]
    batches = [one[one.groups != names.index("dev")] for one in everything]
    batches = [one.trimmed() for one in batches if len(one.ids)]
    told = torch.tensor([float(not name.startswith(UNTOLD)) for name in names], device=device)
    weights = shares_of(batches, names, len(languages))
    sizes = [max(1, args.batch * WIDTH // one.ids.shape[1]) for one in batches]
    chance = np.array([float(each.sum()) / size for each, size in zip(weights, sizes, strict=True)])
    head = [p for name, p in model.named_parameters() if not name.startswith(("place", "norm", "layers"))]
    body = [p for name, p in model.named_parameters() if name.startswith(("place", "norm", "layers"))]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": 0.0}, {"params": head, "lr": 0.0}], weight_decay=0.01, betas=(0.9, 0.98), fused=True
    )
    mean = {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}
    live = list(model.state_dict().values())
    half: AbstractContextManager[object] = (
        torch.autocast("cuda", torch.bfloat16) if device.type == "cuda" else nullcontext()
    )
    rng = np.random.default_rng(args.seed)
    order = rng.choice(len(batches), size=200_000, p=chance / chance.sum())
    print(f"ready in {time.monotonic() - begun:.1f} s: {sum(len(b.ids) for b in batches)} sentences to learn from, "
          f"{sum(len(b.ids) for b in dev)} kept back, {sum(p.numel() for p in model.parameters()) / 1e6:.1f} M weights", flush=True)  # noqa: E501  # fmt: skip
    start = time.monotonic()
    length = args.seconds - args.reserve
    step = shown = 0
    losses = torch.zeros((), device=device)
    since = 0
    told_at = 0.0
    model.train()
    while (done := (time.monotonic() - start) / length) < 1:
        scale = min(done / WARM, (1 - done) / (1 - WARM))
        optimiser.param_groups[0]["lr"] = args.rate * scale
        optimiser.param_groups[1]["lr"] = args.rate * HEADS_RATE * scale
        which = int(order[step % len(order)])
        chosen = batches[which][torch.multinomial(weights[which], sizes[which], replacement=True)]
        with half:
            loss = loss_of(model, table, chosen, told[chosen.groups])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0, foreach=True)
        optimiser.step()
        with torch.no_grad():
            torch._foreach_lerp_(list(mean.values()), live, 1 - min(MEAN, (1 + step) / (10 + step)))
        losses += loss.detach()
        step += 1
        since += 1
        shown += sizes[which]
        if done > told_at + 0.1:
            told_at = done
            spent = time.monotonic() - start
            print(f"{spent:6.1f} s, step {step}, loss {float(losses) / since:.3f}, {shown / spent:.0f} sentences/s", flush=True)  # noqa: E501  # fmt: skip
            losses.zero_()
            since = 0
    model.load_state_dict(mean)
    with half:
        lines = report(model, table, dev, languages, 0.5)
    print(lines, flush=True)
    about = {"layers": len(model.layers), "steps": step, "shown": shown, "seconds": args.seconds, "rate": args.rate,
             "batch": args.batch, "seed": args.seed, "report": lines.split("\n")}  # fmt: skip
    save(mean, args.out, about)
    print(f"written after {time.monotonic() - start:.1f} s of {args.seconds:.0f}", flush=True)


if __name__ == "__main__":
    main()
