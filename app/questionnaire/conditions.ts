import type { Expression, FunctionName, Operator } from '#app/expression/expression.ts';
import { parseExpression } from '#app/expression/parse.ts';

import type { Question, Questionnaire } from './definition.ts';
import { answerInWords } from './copy.ts';
import { entriesOf } from './entries.ts';
import { labelled, numberInWords, say } from './words/said.ts';
import type { Saying } from './words/sayings.ts';

type Speech = { questionnaire: Questionnaire; language: string };

/** A condition as people say it: "“Do you work with sub-agents?” is “Yes”". Undefined where words would only confuse. */
export function conditionInWords(questionnaire: Questionnaire, condition: string, language: string) {
  const parsed = parseExpression(condition);
  return parsed.ok ? said(parsed.expression, { questionnaire, language }) : undefined;
}

function said(expression: Expression, speech: Speech): string | undefined {
  switch (expression.kind) {
    case 'operation':
      return operationSaid(expression.operator, [expression.left, expression.right], speech);
    case 'call':
      return callSaid(expression.call, expression.of, speech);
    case 'name':
      return joined([nameSaid(expression, speech)], ([name = '']) =>
        say(speech.language, 'is_answered', { name }),
      );
    case 'number':
    case 'text':
    case 'self':
    case 'minus':
      return undefined;
  }
}

const comparisons: Partial<Record<Operator, Saying>> = {
  '=': 'is',
  '!=': 'is_not',
  '<': 'less',
  '<=': 'at_most',
  '>': 'more',
  '>=': 'at_least',
};

function operationSaid(operator: Operator, [left, right]: [Expression, Expression], speech: Speech) {
  if (operator === 'and' || operator === 'or')
    return joined([said(left, speech), said(right, speech)], ([one = '', other = '']) =>
      say(speech.language, operator, { one, other }),
    );
  const comparison = comparisons[operator];
  if (comparison === undefined) return undefined;
  if (right.kind === 'text' && right.text === '' && (operator === '=' || operator === '!='))
    return joined([nameSaid(left, speech)], ([name = '']) =>
      say(speech.language, operator === '=' ? 'is_not_answered' : 'is_answered', { name }),
    );
  return compared(comparison, [left, right], speech);
}

const compared = (saying: Saying, [left, right]: [Expression, Expression], speech: Speech) =>
  joined(
    [nameSaid(left, speech), valueSaid(right, questionOf(left, speech), speech)],
    ([name = '', value = '']) => say(speech.language, saying, { name, value }),
  );

function callSaid(call: FunctionName, of: Expression[], speech: Speech): string | undefined {
  const [first, second] = of;
  if (call === 'selected' && first && second) return compared('includes', [first, second], speech);
  if (call !== 'not' || first?.kind !== 'call' || first.call !== 'selected') return undefined;
  const [name, value] = first.of;
  return name && value ? compared('includes_not', [name, value], speech) : undefined;
}

/** What the left side of a comparison is called. */
function nameSaid(expression: Expression, speech: Speech): string | undefined {
  if (expression.kind === 'call' && expression.call === 'count')
    return joined([expression.of[0] && nameSaid(expression.of[0], speech)], ([name = '']) =>
      say(speech.language, 'rows_in', { name }),
    );
  const question = questionOf(expression, speech);
  return question && labelled(question, speech.language);
}

function valueSaid(expression: Expression, question: Question | undefined, speech: Speech) {
  const { questionnaire, language } = speech;
  if (expression.kind === 'number') return numberInWords(Number(expression.digits), language);
  if (expression.kind === 'call' && expression.call === 'today') return say(language, 'today');
  if (expression.kind === 'call' && expression.call === 'true') return say(language, 'ticked');
  if (expression.kind !== 'text') return nameSaid(expression, speech);
  const text = question ? answerInWords(questionnaire, question, expression.text, language) : expression.text;
  return say(language, 'quoted', { text });
}

const questionOf = (expression: Expression, { questionnaire }: Speech) =>
  expression.kind === 'name' ? entriesOf(questionnaire).get(expression.name)?.question : undefined;

/** A sentence of parts, if every part could be said. */
function joined(parts: (string | undefined)[], sentence: (said: string[]) => string) {
  const all = parts.filter((part) => part !== undefined);
  return all.length === parts.length ? sentence(all) : undefined;
}
