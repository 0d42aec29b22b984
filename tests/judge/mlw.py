# SPDX-License-Identifier: MIT
"""Reads the definitions of spec/machine/machine.mlw and makes Python functions of them: the very text that people read
judges traces of the C. It knows the part of WhyML that the machine is written in, and refuses everything else.

Values: integers and truth values are themselves; a record is a named tuple; a constructor is its name, or a tuple that
begins with it; a function is something that can be called.

A quantifier is bounded by its formula (0 <= k < n), or ranges over what World says of its variable's name. An equation
whose left side is an Unknown gives it its value, so that a relation between states can be run.
"""

import re
from collections import namedtuple

TOKEN = re.compile(r"\(\*.*?\*\)|\s+|"
                   r"(0x[0-9A-Fa-f]+|\d+|[A-Za-z_][\w']*|->|<->|/\\|\\/|\+\+|<>|<=|>=|[-+*=<>(){}.,:;|])", re.S)
COMPARE = {"=", "<>", "<", "<=", ">", ">="}


class Unknown:
    """The state after a step, until the step says what it is."""

    value = None

    def equals(self, other):
        self.value = other
        return True


class World:
    """What unbounded quantifiers range over, by the name of the variable."""

    ranges = {}


def equal(a, b):
    return a.equals(b) if isinstance(a, Unknown) else a == b


def tokens(text):
    found, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise SyntaxError(f"machine.mlw: what is {text[at:at + 20]!r}?")
        if match[1]:
            found.append(match[1])
        at = match.end()
    return found


class Reader:
    def __init__(self, text):
        self.left = tokens(text)[::-1]
        self.fields, self.constructors, self.arity = {}, {}, {}
        self.bound, self.code, self.fresh = [], [], 0

    # ---- tokens

    def peek(self, n=1):
        return self.left[-n] if len(self.left) >= n else ""

    def next(self):
        return self.left.pop()

    def take(self, word):
        seen = self.next()
        if seen != word:
            raise SyntaxError(f"machine.mlw: expected {word}, seen {seen} before {self.left[:-6:-1]}")

    def accept(self, word):
        if self.peek() == word:
            self.next()
            return True
        return False

    # ---- declarations

    def file(self):
        while self.left:
            word = self.next()
            if word == "module" or word == "use":
                while self.peek() in (".",) or self.next() and self.peek() == ".":
                    self.next()
            elif word == "type":
                self.type()
            elif word == "constant":
                self.constant()
            elif word in ("function", "predicate", "let"):
                while self.peek() in ("rec", "ghost", "function", "predicate"):
                    self.next()
                self.function()
            elif word != "end":
                raise SyntaxError(f"machine.mlw: what is {word}?")
        return "\n".join(self.code)

    def type(self):
        name = self.next()
        self.take("=")
        if self.accept("{"):
            names = []
            while not self.accept("}"):
                names.append(self.next())
                self.take(":")
                self.type_words()
                self.accept(";")
            for field in names:
                self.fields[field] = name
            self.code.append(f"R_{name} = namedtuple('{name}', {names})")
            self.fields[name] = names
        elif self.peek()[0].isupper() or self.peek() == "|":
            self.accept("|")
            while True:
                constructor, n = self.next(), 0
                while re.match(r"[a-z]\w*$", self.peek()) and self.peek() not in ("type", "end", "let", "function",
                                                                                 "predicate", "constant"):
                    self.next()
                    n += 1
                self.constructors[constructor] = n
                if not self.accept("|"):
                    break
        else:
            self.type_words()

    def type_words(self):
        self.next()
        while self.accept("->"):
            self.next()

    def constant(self):
        name = self.next()
        self.take(":")
        self.type_words()
        self.arity[name] = 0
        if self.accept("="):
            self.code.append(f"def c_{name}(): return {self.term()}\nc_{name} = c_{name}()")

    def parameters(self):
        names = []
        while self.accept("("):
            while not self.accept(":"):
                names.append(self.next())
            self.type_words()
            self.take(")")
        return names

    def function(self):
        name = self.next()
        if name == "(":
            self.take("++")
            self.take(")")
            name = "first_cause"
        names = self.parameters()
        self.arity[name] = len(names)
        if self.accept(":"):
            self.type_words()
        if self.accept("variant"):
            while not self.accept("}"):
                self.next()
        self.take("=")
        self.bound = [names]
        self.code.append(f"def c_{name}({', '.join('v_' + n for n in names)}): return {self.term()}")

    # ---- terms, the loosest first; each gives the text of a Python expression

    def term(self):
        left = self.either()
        if self.accept("->"):
            return f"(not {left} or {self.term()})"
        if self.accept("<->"):
            return f"({left} == {self.term()})"
        return left

    def either(self):
        left = self.both()
        while self.accept("\\/"):
            left = f"({left} or {self.both()})"
        return left

    def both(self):
        left = self.negation()
        while self.accept("/\\"):
            left = f"({left} and {self.negation()})"
        return left

    def negation(self):
        return f"(not {self.negation()})" if self.accept("not") else self.comparison()

    def comparison(self):
        left, parts = self.causes(), []
        while self.peek() in COMPARE:
            sign, right = self.next(), self.causes()
            parts.append(f"equal({left}, {right})" if sign == "=" else f"not equal({left}, {right})" if sign == "<>"
                         else f"{left} {sign} {right}")
            left = right
        return f"({' and '.join(parts)})" if parts else left

    def causes(self):
        left = self.sum()
        if self.accept("++"):
            return f"first_cause({left}, lambda: {self.causes()})"
        return left

    def sum(self):
        left = self.product()
        while self.peek() in ("+", "-"):
            left = f"({left} {self.next()} {self.product()})"
        return left

    def product(self):
        left = self.application()
        while self.accept("*"):
            left = f"({left} * {self.application()})"
        return left

    def starts_atom(self):
        word = self.peek()
        return word in ("(", "{") or re.match(r"[\w]", word) and word not in (
            "then", "else", "with", "end", "in", "module", "type", "function", "predicate", "constant", "let", "if",
            "match", "not", "forall", "exists", "fun")

    def application(self):
        word = self.peek()
        if word in ("if", "match", "let", "fun", "forall", "exists"):
            return getattr(self, "read_" + word)()
        head = None
        if re.match(r"[A-Za-z_]", word) and self.peek(2) != ".":
            head = self.next()
        if head in self.constructors:
            arguments = [self.postfix() for _ in range(self.constructors[head])]
            return f"({', '.join([repr(head)] + arguments)})" if arguments else repr(head)
        if head == "mod" or head == "div":
            return f"({self.postfix()} {'%' if head == 'mod' else '//'} {self.postfix()})"
        if head and self.arity.get(head) and not self.is_bound(head):
            return f"c_{head}({', '.join(self.postfix() for _ in range(self.arity[head]))})"
        value = self.name(head) if head else self.postfix()
        while self.starts_atom():
            value = f"{value}({self.postfix()})"
        return value

    def is_bound(self, name):
        return any(name in names for names in self.bound)

    def name(self, word):
        if word in ("true", "false"):
            return word.capitalize()
        if re.match(r"\d", word):
            return str(int(word, 0))
        if word in self.constructors:
            return repr(word)
        if self.is_bound(word):
            return "v_" + word
        if word in self.arity:
            return "c_" + word
        raise SyntaxError(f"machine.mlw: what is {word}?")

    def postfix(self):
        word = self.next()
        if word == "(":
            value = self.term()
            self.take(")")
        elif word == "{":
            value = self.record()
        else:
            value = self.name(word)
        while self.accept("."):
            value = f"{value}.{self.next()}"
        return value

    def record(self):
        base = None
        if self.peek(2) != "=":
            base = self.postfix()
            self.take("with")
        given = {}
        while not self.accept("}"):
            field = self.next()
            self.take("=")
            given[field] = self.term()
            self.accept(";")
        inside = ", ".join(f"{field}={value}" for field, value in given.items())
        return f"{base}._replace({inside})" if base else f"R_{self.fields[next(iter(given))]}({inside})"

    def read_if(self):
        self.take("if")
        condition = self.term()
        self.take("then")
        yes = self.term()
        self.take("else")
        return f"({yes} if {condition} else {self.term()})"

    def read_let(self):
        self.take("let")
        name = self.next()
        self.take("=")
        value = self.term()
        self.take("in")
        self.bound.append([name])
        body = self.term()
        self.bound.pop()
        return f"(lambda v_{name}: {body})({value})"

    def read_fun(self):
        self.take("fun")
        name = self.next()
        self.take("->")
        self.bound.append([name])
        body = self.term()
        self.bound.pop()
        return f"(lambda v_{name}: {body})"

    def read_match(self):
        self.take("match")
        self.fresh += 1
        it = f"m{self.fresh}"
        subject = self.term()
        self.take("with")
        self.accept("|")
        text, closing = "", 0
        while True:
            patterns = [self.pattern()]
            while self.accept("|"):
                patterns.append(self.pattern())
            self.take("->")
            names = [name for name in patterns[0][1:] if name != "_"]
            self.bound.append(names)
            body = self.term()
            self.bound.pop()
            for constructor, *arguments in patterns:
                value = body
                if names:
                    picked = ", ".join(f"{it}[{arguments.index(name) + 1}]" for name in names)
                    value = f"(lambda {', '.join('v_' + n for n in names)}: {body})({picked})"
                test = "True" if constructor == "_" else f"tag({it}) == {constructor!r}"
                text += f"({value} if {test} else "
                closing += 1
            if not self.accept("|"):
                break
        self.take("end")
        return f"(lambda {it}: {text}no_case({it}){')' * closing})({subject})"

    def pattern(self):
        word = self.next()
        count = self.constructors[word] if word != "_" else 0
        return [word] + [self.next() for _ in range(count)]

    def quantifier(self, gather):
        self.next()
        names = [self.next()]
        while self.peek() != ".":
            names.append(self.next())
        self.take(".")
        self.bound.append(names)
        ranges = [self.bounds(name) for name in names]
        body = self.term()
        self.bound.pop()
        loops = " ".join(f"for v_{name} in {domain}" for name, domain in zip(names, ranges))
        return f"{gather}({body} {loops})"

    def bounds(self, name):
        """0 <= k < n at the beginning of the formula, or what the world says of the name."""
        if self.peek(2) == "<=" and self.peek(3) == name and self.peek(4) == "<":
            kept = list(self.left)
            low = self.next()
            del self.left[-3:]
            high = self.sum()
            self.left = kept
            return f"range({low}, {high})"
        return f"World.ranges[{name!r}]()"

    def read_forall(self):
        return self.quantifier("all")

    def read_exists(self):
        return self.quantifier("any")


def first_cause(a, b):
    return a if a != "Ok" else b()


def tag(value):
    return value[0] if isinstance(value, tuple) and not hasattr(value, "_fields") else value


def no_case(value):
    raise ValueError(f"machine.mlw: no case of a match fits {value!r}")


def machine(path, constants):
    """The definitions of the file, each under its name, with these values for the constants that have none."""
    reader = Reader(path.read_text(encoding="utf-8"))
    code = reader.file()
    space = {"namedtuple": namedtuple, "World": World, "equal": equal, "first_cause": first_cause, "tag": tag,
             "no_case": no_case, **{f"c_{name}": value for name, value in constants.items()}}
    exec(compile(code, str(path), "exec"), space)  # noqa: S102
    return {name[2:]: value for name, value in space.items() if name[:2] in ("c_", "R_")}
