"""A text model behind any OpenAI-compatible server: bounded tries, time and tokens; the answer is JSON text."""

import json
import logging
import time
from dataclasses import dataclass, field
from typing import Any

import requests
from pydantic import BaseModel, ValidationError

from evidence.errors import EvidenceError

_LOG = logging.getLogger(__name__)
_FORMATS = ("json_schema", "json_object", "fenced")
_MAX_ANSWER = 200_000


class LlmFault(EvidenceError):
    """The text model gave nothing that can be used for this prompt."""


class LlmRefused(LlmFault):
    """The text model declined to answer."""


class LlmUnreachable(LlmFault):
    """The server does not answer; asking again for the next sentence would wait again."""


class LlmBudgetSpent(LlmFault):
    """The tokens set aside for this run are used up."""


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    total_tokens: int = 0


class _Reply(BaseModel):
    choices: list[_Choice]
    usage: _Usage | None = None


@dataclass(slots=True)
class LlmClient:
    """`complete` asks one server; `spent` counts its tokens against `budget`."""

    endpoint: str  #: the base, as in "http://127.0.0.1:8080/v1"
    model: str
    key: str = ""
    timeout_s: float = 30.0
    tries: int = 3
    budget: int = 200_000
    max_answer_tokens: int = 1500
    spent: int = 0
    _format: int = 0
    _session: requests.Session = field(default_factory=requests.Session)

    def complete(self, prompt: str, schema: dict[str, Any]) -> str:
        """The JSON text of the answer, which holds what the schema requires at its top level."""
        fault = "no answer"
        for _ in range(self.tries):
            if self.spent >= self.budget:
                raise LlmBudgetSpent(
                    f"The text model has used {self.spent} of its {self.budget} tokens. Raise the budget, or let the rules split the rest."  # noqa: E501
                )
            try:
                answer = self._ask(
                    prompt
                    if fault == "no answer"
                    else f"{prompt}\n\nYour last answer could not be used: {fault}. Answer with the JSON object only.",
                    schema,
                )
                return _checked(answer, schema)
            except ValueError as wrong:
                fault = str(wrong)[:200]
                _LOG.info("the text model's answer was refused: %s", fault)
        raise LlmFault(
            f"{self.model} at {self.endpoint} gave no valid JSON in {self.tries} tries: {fault}. Try another model or splitter."  # noqa: E501
        )

    def _ask(self, prompt: str, schema: dict[str, Any]) -> str:
        """One request; steps down from schema to object to plain text where the server knows no better."""
        while True:
            body: dict[str, Any] = {
                "model": self.model, "temperature": 0, "seed": 0, "max_tokens": self.max_answer_tokens, "messages": [{"role": "user", "content": prompt}],  # noqa: E501
            }  # fmt: skip
            kind = _FORMATS[self._format]
            if kind == "json_schema":
                body["response_format"] = {
                    "type": "json_schema",
                    "json_schema": {"name": "claims", "strict": True, "schema": schema},
                }
            elif kind == "json_object":
                body["response_format"] = {"type": "json_object"}
            status, raw = self._post(body)
            if status in {400, 404, 422} and self._format + 1 < len(_FORMATS):
                self._format += 1  # this server does not know the format; it is not asked for it again
                continue
            if status >= 500 or status == 429:
                raise LlmUnreachable(
                    f"{self.endpoint} answered {status}. Check the server, or use the default splitter."
                )
            if status >= 400:
                raise LlmFault(
                    f"{self.endpoint} refused the request with {status}: {raw[:120]!r}. Check model and key."
                )
            return self._content(raw)

    def _post(self, body: dict[str, Any]) -> tuple[int, str]:
        """Status and text, read against one clock: a server that drips bytes is cut off too."""
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        deadline = time.monotonic() + self.timeout_s
        try:
            with self._session.post(
                f"{self.endpoint.rstrip('/')}/chat/completions",
                json=body,
                headers=headers,
                timeout=self.timeout_s,
                stream=True,
                allow_redirects=False,
            ) as reply:
                data = b""
                while chunk := reply.raw.read1(65536, decode_content=True):
                    data += chunk
                    if len(data) > _MAX_ANSWER:
                        raise LlmFault(
                            f"{self.endpoint} sent more than {_MAX_ANSWER} bytes for one answer. It was cut off."
                        )
                    if time.monotonic() > deadline:
                        raise LlmUnreachable(
                            f"{self.endpoint} took longer than {self.timeout_s:g} s for one answer. Raise the time-out, or use the default splitter."  # noqa: E501
                        )
                return reply.status_code, data.decode("utf-8", "replace")
        except (requests.RequestException, OSError) as fault:
            raise LlmUnreachable(
                f"{self.endpoint} cannot be asked: {type(fault).__name__}. Start the server, or use the default splitter."  # noqa: E501
            ) from fault

    def _content(self, raw: str) -> str:
        """The text of the first choice."""
        try:
            reply = _Reply.model_validate_json(raw)
        except ValidationError as wrong:
            raise ValueError(f"not a chat completion: {wrong.error_count()} faults") from wrong
        self.spent += reply.usage.total_tokens if reply.usage else len(raw) // 3
        if not reply.choices:
            raise ValueError("no choices")
        message = reply.choices[0].message
        if message.refusal:
            raise LlmRefused(f"{self.model} declined to answer: {message.refusal[:100]}")
        if not message.content:
            raise ValueError("an empty answer")
        return message.content


def _checked(answer: str, schema: dict[str, Any]) -> str:
    """The JSON object inside an answer, fenced or bare, if it has what the schema requires."""
    text = answer.strip()
    if "```" in text:
        text = text.split("```")[1].removeprefix("json").strip()
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ValueError("no JSON object")
    loaded = json.loads(text[start : end + 1])
    missing = [name for name in schema.get("required", []) if name not in loaded]
    if missing:
        raise ValueError(f"missing: {', '.join(missing)}")
    return json.dumps(loaded, ensure_ascii=False)
