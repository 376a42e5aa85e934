import type { Expression, FunctionName, Operator, Scalar, Value } from './expression.ts';

export type Setting = {
  /** The answer of that name; the empty text where there is none. */
  value: (name: string) => Value;
  /** The answer itself, for `.`. */
  self?: Value | undefined;
  /** An ISO day. */
  today: string;
};

/** What an expression says of these answers. It always says something: what cannot be told is the empty text. */
export function evaluate(expression: Expression, setting: Setting): Value {
  switch (expression.kind) {
    case 'number':
      return Number(expression.digits);
    case 'text':
      return expression.text;
    case 'name':
      return setting.value(expression.name);
    case 'self':
      return setting.self ?? '';
    case 'minus':
      return told(-numberOf(evaluate(expression.of, setting)));
    case 'operation':
      return operate(
        expression.operator,
        evaluate(expression.left, setting),
        evaluate(expression.right, setting),
      );
    case 'call':
      return call(
        expression.call,
        expression.of.map((part) => evaluate(part, setting)),
        setting.today,
      );
  }
}

const isList = (value: Value): value is readonly Scalar[] => Array.isArray(value);

/** As in XPath: a text that says something is true, also "false"; a number is, unless it is 0. */
export function isTrue(value: Value): boolean {
  if (isList(value)) return value.length > 0;
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : value !== '' && value !== false;
}

/** Several codes read as ODK writes them, with a space between. */
export const inText = (value: Value): string => (isList(value) ? value.join(' ') : String(value));

function numberOf(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = inText(value).trim();
  return text === '' ? NaN : Number(text);
}

/** What is no number, or beyond numbers, is no answer. */
const told = (number: number): Value => (Number.isFinite(number) ? number : '');

const isDay = (value: Value): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value);

function operate(operator: Operator, left: Value, right: Value): Value {
  switch (operator) {
    case 'or':
      return isTrue(left) || isTrue(right);
    case 'and':
      return isTrue(left) && isTrue(right);
    case '=':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    case '<':
      return isBefore(left, right);
    case '<=':
      return isBefore(left, right) || isSame(left, right);
    case '>':
      return isBefore(right, left);
    case '>=':
      return isBefore(right, left) || isSame(left, right);
    case '+':
      return told(numberOf(left) + numberOf(right));
    case '-':
      return told(numberOf(left) - numberOf(right));
    case '*':
      return told(numberOf(left) * numberOf(right));
    case 'div':
      return told(numberOf(left) / numberOf(right));
    case 'mod':
      return told(numberOf(left) % numberOf(right));
  }
}

function equal(left: Value, right: Value) {
  if (typeof left === 'boolean' || typeof right === 'boolean') return isTrue(left) === isTrue(right);
  if (typeof left === 'number' || typeof right === 'number') return numberOf(left) === numberOf(right);
  return inText(left) === inText(right);
}

/** Days by their text; everything else by number. What has no order is neither before nor after. */
const isBefore = (left: Value, right: Value) =>
  isDay(left) && isDay(right) ? left < right : numberOf(left) < numberOf(right);
const isSame = (left: Value, right: Value) =>
  isDay(left) && isDay(right) ? left === right : numberOf(left) === numberOf(right);

const listOf = (value: Value): readonly Scalar[] => {
  if (isList(value)) return value;
  return inText(value).split(' ').filter(Boolean);
};

function call(name: FunctionName, [first = '', second = '', third = '']: Value[], today: string): Value {
  switch (name) {
    case 'not':
      return !isTrue(first);
    case 'selected':
      return listOf(first).some((code) => String(code) === inText(second));
    case 'count-selected':
      return listOf(first).length;
    case 'string-length':
      return Array.from(inText(first)).length;
    case 'count':
      return isList(first) ? first.length : Number(first !== '');
    case 'sum':
      return total(isList(first) ? first : [first]);
    case 'if':
      return isTrue(first) ? second : third;
    case 'coalesce':
      return inText(first) === '' ? second : first;
    case 'today':
      return today;
    case 'true':
      return true;
    case 'false':
      return false;
  }
}

/** Rows without a number add nothing. */
const total = (values: readonly Scalar[]) =>
  told(values.map(numberOf).reduce((sum, number) => (Number.isNaN(number) ? sum : sum + number), 0));
