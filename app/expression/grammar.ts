/** Parsed by the library, never built from anything that was sent. Names of rules that begin small match no spaces. */
export const grammar = String.raw`
  Condition {
    Or = And (or And)*
    And = Equality (and Equality)*
    Equality = Order (equal Order)*
    Order = Sum (order Sum)*
    Sum = Product (sum Product)*
    Product = Sign (product Sign)*
    Sign = minus? Primary
    Primary = Call | name | number | self | text | Group
    Group = "(" Or ")"
    Call = word "(" ListOf<Or, ","> ")"

    or = "or" ~wordPart
    and = "and" ~wordPart
    equal = "=" | "!="
    order = "<=" | "<" | ">=" | ">"
    sum = "+" | "-"
    product = "*" | ("div" | "mod") ~wordPart
    minus = "-"

    word (a function) = letter wordPart*
    wordPart = letter | digit | "-" | "_"
    name (an answer such as ${'${'}name}) = "${'${'}" nameStart namePart* "}"
    nameStart = letter | "_"
    namePart = letter | digit | "_"
    self (a point for the answer itself) = "." ~digit
    number (a number) = digit+ "." digit+ -- fraction
      | digit+ -- whole
      | "." digit+ -- part
    text (a text in quotes) = "'" (~"'" any)* "'" | "\"" (~"\"" any)* "\""
    letter := "a".."z" | "A".."Z"
  }
`;
