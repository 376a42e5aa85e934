/**
 * The closed expression language of conditions and checks: a subset of ODK's, so that definitions can be exchanged with
 * the tools that speak XLSForm. It has no loops, reads nothing but the answers it is given and always ends.
 */
export type Expression =
  | { kind: 'number'; digits: string }
  | { kind: 'text'; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'self' }
  | { kind: 'minus'; of: Expression }
  | { kind: 'operation'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'call'; call: FunctionName; of: Expression[] };

/** Those of one rank bind from left to right; a higher rank binds more closely. */
export const ranks = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
} as const;
export type Operator = keyof typeof ranks;
export const isOperator = (word: string): word is Operator => Object.hasOwn(ranks, word);

/** How many values each function takes. */
export const functions = {
  not: 1,
  selected: 2,
  'count-selected': 1,
  'string-length': 1,
  count: 1,
  sum: 1,
  if: 3,
  coalesce: 2,
  today: 0,
  true: 0,
  false: 0,
} as const;
export type FunctionName = keyof typeof functions;
export const isFunction = (word: string): word is FunctionName => Object.hasOwn(functions, word);

/** A list is what several codes, or a column over all rows, give. No answer is the empty text, as in ODK. */
export type Scalar = string | number | boolean;
export type Value = Scalar | readonly Scalar[];

/** Every answer the expression asks for, each once. */
export function namesIn(expression: Expression): string[] {
  const names = new Set<string>();
  for (const part of partsOf(expression)) if (part.kind === 'name') names.add(part.name);
  return [...names];
}

/** Whether it speaks of the answer it stands with. */
export const speaksOfSelf = (expression: Expression) =>
  partsOf(expression).some(({ kind }) => kind === 'self');

function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'operation':
      return [expression, ...partsOf(expression.left), ...partsOf(expression.right)];
    case 'minus':
      return [expression, ...partsOf(expression.of)];
    case 'call':
      return [expression, ...expression.of.flatMap(partsOf)];
    case 'number':
    case 'text':
    case 'name':
    case 'self':
      return [expression];
  }
}
