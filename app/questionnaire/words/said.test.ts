import { expect, test } from 'vitest';

import { conditionInWords } from '../conditions.ts';
import { answerInWords } from '../copy.ts';
import type { Answer, Question, Questionnaire } from '../definition.ts';
import { example } from '../example.ts';
import { misfit } from '../fitting.ts';
import { readAnswer, readRows } from '../reading/answer.ts';
import { problemsIn, problemsOf } from '../rules.ts';
import { en } from './en.ts';
import { dayIn, formWords, labelled, nounOf, numberInWords, rowName, say, spokenLanguages } from './said.ts';
import type { Saying } from './sayings.ts';

const today = '2026-11-25';
const isSaying = (word: string): word is Saying => Object.hasOwn(en, word);
const sayings = Object.keys(en).filter(isSaying);
const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const questionOf = (name: string): Question => {
  const all = example.sections.flatMap(({ questions }) => questions);
  const found = all.find((each) => each.name === name);
  if (!found) throw new Error(`The example asks nothing called ${name}`);
  return found;
};

test('twelve languages are spoken', () => {
  expect([...spokenLanguages].sort()).toEqual(
    ['ar', 'bn', 'en', 'es', 'fr', 'hi', 'id', 'my', 'ne', 'th', 'vi', 'zh'].sort(),
  );
});

test.each(spokenLanguages)('%s says everything, in its own words, and leaves the same gaps', (language) => {
  for (const saying of sayings) {
    const said = say(language, saying);
    expect(said.trim(), saying).not.toBe('');
    expect(gaps(said), saying).toEqual(gaps(en[saying]));
    if (language !== 'en' && !['quoted', 'in_row', 'no'].includes(saying))
      expect(said, saying).not.toBe(en[saying]);
  }
});

test('a language nobody speaks is answered in English, and what is filled in is left as it is', () => {
  for (const language of ['tlh', '__proto__', 'not a language', ''])
    expect(say(language, 'missing_tick', { label: '{most}' })).toBe('Tick {most}');
  expect(say('en', 'too_much', { label: 'x' })).toBe('Enter at most {most} for x');
  expect(numberInWords(1234.5, 'not a language')).toBe('1,234.5');
  expect(nounOf(questionOf('agents'), 'not a language')).toBe('agent');
});

test('numbers and days are said in the language, in Latin digits and the common calendar', () => {
  expect(dayIn('2026-11-30', 'en')).toBe('30 November 2026');
  expect(dayIn('2026-11-30', 'es')).toBe('30 de noviembre de 2026');
  for (const language of spokenLanguages) {
    expect(dayIn('2026-11-30', language)).toMatch(/2026/);
    expect(numberInWords(1500, language)).toMatch(/^1.?500$/u);
  }
});

test('whatever is wrong with an answer is said in its language', () => {
  const country = questionOf('country');
  expect(misfit(example, country, 'ZZ', 'ne')).toBe('“देश” को उत्तर सूचीबाट छान्नुहोस्');
  expect(misfit(example, country, 'ZZ', 'fr')).toBe('Choisissez une réponse de la liste pour « Country »');
  const [first] = problemsOf(example, {}, today, 'es');
  expect(first?.message).toBe('Responda a «Name»');
  const rows = { uses_agents: 'yes', agents: [{ licensed: 'no' }] };
  const inRow = problemsIn(example, 'identity', rows, { today, language: 'id' });
  expect(inRow.find(({ path }) => path === 'agents[0].agent_name')?.message).toBe(
    'Isi jawaban untuk “Name of the agent” (agent 1)',
  );
  const amount = questionOf('agents_paid');
  expect(readAnswer(amount, 'lots', 'zh')).toEqual({
    ok: false,
    message: '请用数字填写“Paid to agents”，例如 12.5',
  });
  expect(readRows(questionOf('agents'), [{ workers: 'x' }], 'es').unread[0]?.message).toContain('(agent 1)');
});

test('a constraint speaks the language of its reader where it has words in it', () => {
  const money: Question = {
    ...questionOf('agents_paid'),
    relevant: undefined,
    required: undefined,
    constraint: { that: '. >= 0', message: { en: 'Not below 0', ne: '0 भन्दा कम होइन' } },
  };
  const asks: Questionnaire = {
    ...example,
    sections: [{ name: 'only', title: { en: 'Only' }, questions: [money] }],
  };
  const said = (language: string) => problemsOf(asks, { agents_paid: -1 }, today, language)[0]?.message;
  expect(said('ne')).toBe('0 भन्दा कम होइन');
  expect(said('th')).toBe('Not below 0');
});

test('conditions and answers are read in the language', () => {
  expect(conditionInWords(example, "${uses_agents} = 'yes' and ${founded} < today()", 'es')).toBe(
    '«Do you work with agents?» es «Sí» y «Founded on» es menos de hoy',
  );
  expect(conditionInWords(example, "not(selected(${ways}, 'card'))", 'ne')).toBe(
    '“Ways to pay” मा “कार्डबाट” छैन',
  );
  const answers: [string, Answer, string][] = [
    ['uses_agents', 'no', 'Non'],
    ['truth', true, 'Confirmé'],
    ['founded', '2001-05-07', '7 mai 2001'],
    ['contact', null, 'Sans réponse'],
    ['country', 'NP', 'Nepal'],
  ];
  for (const [name, answer, words] of answers)
    expect(answerInWords(example, questionOf(name), answer, 'fr')).toBe(words);
});

test('rows and forms are called by their words', () => {
  const { noun: _noun, ...unnamed } = questionOf('agents');
  expect(rowName(questionOf('agents'), 0, 'es')).toBe('Agent 1');
  expect(rowName(unnamed, 1, 'es')).toBe('Fila 2');
  expect(nounOf(unnamed, 'es')).toBe('fila');
  expect(labelled(questionOf('country'), 'ne')).toBe('“देश”');
  expect(formWords('es').problems(1)).toBe('Hay un problema con una respuesta');
  expect(formWords('es').problems(3)).toBe('Hay problemas con 3 respuestas');
  expect(formWords('fr').refused).toBe('Ce n’est pas possible');
});
