import { grammar as grammarOf, type Node } from 'ohm-js';

import { functions, isFunction, isOperator, type Expression } from './expression.ts';
import { grammar } from './grammar.ts';

export type Parsed = { ok: true; expression: Expression } | { ok: false; at: number; message: string };

/** Longer or deeper than anything a questionnaire needs is refused before it is read. */
const most = { characters: 2000, brackets: 32, digits: 15, kept: 5000 };

const language = grammarOf(grammar);
class Tree {
  constructor(readonly root: Expression) {}
}
class Misuse extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}
const semantics = language.createSemantics().addAttribute<Tree>('tree', {
  Or(first, operators, rest) {
    return new Tree(chain(first, operators, rest));
  },
});

const known = new Map<string, Parsed>();

/** The expression a text stands for, or where and why it is none. The same text is read once. */
export function parseExpression(text: string): Parsed {
  const before = known.get(text);
  if (before) return before;
  const parsed = read(text);
  if (known.size >= most.kept) known.clear();
  if (text.length <= most.characters) known.set(text, parsed);
  return parsed;
}

function read(text: string): Parsed {
  const excess = excessOf(text);
  if (excess) return { ok: false, ...excess };
  const match = language.match(text);
  if (match.failed()) {
    const at = match.getRightmostFailurePosition();
    return { ok: false, at, message: `Expected ${match.getExpectedText()}` };
  }
  try {
    const tree: unknown = semantics(match)['tree'];
    if (tree instanceof Tree) return { ok: true, expression: tree.root };
  } catch (problem) {
    if (problem instanceof Misuse) return { ok: false, at: problem.at, message: problem.message };
    throw problem;
  }
  return { ok: false, at: 0, message: 'Expected an expression' };
}

function excessOf(text: string) {
  if (text.length > most.characters)
    return { at: most.characters, message: `Expected at most ${most.characters} characters` };
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth > most.brackets)
      return { at, message: `Expected at most ${most.brackets} brackets in brackets` };
  }
  return undefined;
}

/** "a - b - c" is "(a - b) - c". */
function chain(first: Node, operators: Node, rest: Node): Expression {
  return rest.children.reduce<Expression>((left, right, place) => {
    const operator = operators.children[place]?.sourceString ?? '';
    if (!isOperator(operator)) throw new Misuse(right.source.startIdx, 'Expected an operator');
    return { kind: 'operation', operator, left, right: grow(right) };
  }, grow(first));
}

function grow(node: Node): Expression {
  const [first, second, third] = node.children;
  if (first && second && third && ranked.has(node.ctorName)) return chain(first, second, third);
  switch (node.ctorName) {
    case 'Sign':
      return signed(node);
    case 'Primary':
      return first ? grow(first) : textOf(node);
    case 'Group':
      return second ? grow(second) : textOf(node);
    case 'Call':
      return callOf(node);
    case 'name':
      return { kind: 'name', name: node.sourceString.slice(2, -1) };
    case 'self':
      return { kind: 'self' };
    case 'number':
      return numberOf(node);
    default:
      return textOf(node);
  }
}

const ranked = new Set(['Or', 'And', 'Equality', 'Order', 'Sum', 'Product']);
const textOf = (node: Node): Expression => ({ kind: 'text', text: node.sourceString.slice(1, -1) });

function signed(node: Node): Expression {
  const [minus, primary] = node.children;
  const of = primary ? grow(primary) : textOf(node);
  return minus?.children.length ? { kind: 'minus', of } : of;
}

function numberOf({ sourceString: digits, source }: Node): Expression {
  if (digits.length > most.digits)
    throw new Misuse(source.startIdx, `Expected at most ${most.digits} digits`);
  return { kind: 'number', digits };
}

function callOf(node: Node): Expression {
  const [word, , list] = node.children;
  const call = word?.sourceString ?? '';
  const at = node.source.startIdx;
  if (!isFunction(call)) throw new Misuse(at, `Expected a known function, not “${call}”`);
  const of = list ? list.asIteration().children.map(grow) : [];
  const wanted = functions[call];
  if (of.length !== wanted) throw new Misuse(at, `Expected ${wanted} values in ${call}(), not ${of.length}`);
  return { kind: 'call', call, of };
}
