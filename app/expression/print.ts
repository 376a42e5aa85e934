import { ranks, type Expression } from './expression.ts';

const rankOf = (expression: Expression) => (expression.kind === 'operation' ? ranks[expression.operator] : 9);

/** The expression as text again, with no more brackets than it needs. */
export function asText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.digits;
    case 'text':
      return expression.text.includes("'") ? `"${expression.text}"` : `'${expression.text}'`;
    case 'name':
      return `\${${expression.name}}`;
    case 'self':
      return '.';
    case 'minus':
      return `-${within(expression.of, expression.of.kind === 'minus' || expression.of.kind === 'operation')}`;
    case 'call':
      return `${expression.call}(${expression.of.map(asText).join(', ')})`;
    case 'operation': {
      const { operator, left, right } = expression;
      const rank = ranks[operator];
      return `${within(left, rankOf(left) < rank)} ${operator} ${within(right, rankOf(right) <= rank)}`;
    }
  }
}

const within = (part: Expression, brackets: boolean) => (brackets ? `(${asText(part)})` : asText(part));
