import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { PageForm, useFields } from '#app/ui/form.tsx';

import type { Answers } from '../definition.ts';
import { toEdit, type Edited } from '../edit.ts';
import { example } from '../example.ts';
import { readSection } from '../form.server.ts';
import { shownIn } from '../rules.ts';
import { Questions, type QuestionsProps } from './questions.tsx';

const today = '2026-11-25';
const [identity, money] = example.sections;
if (!identity || !money) throw new Error('The example has two sections');

type PageProps = Pick<QuestionsProps, 'section' | 'notes' | 'conflicts'> & {
  answers?: Answers;
  reply?: Awaited<ReturnType<typeof readSection>>['reply'];
  language?: string;
};

function Page({ section, answers = {}, reply, language = 'en', ...rest }: PageProps) {
  const [form, fields] = useFields<Edited>('part', { reply, saved: toEdit(section, answers) });
  const shown = shownIn(example, section.name, answers, today);
  return (
    <PageForm form={form}>
      <Questions questionnaire={example} {...{ form, fields, section, language, shown }} {...rest} />
    </PageForm>
  );
}
const page = (props: PageProps) => renderToStaticMarkup(<Page {...props} />);

test('each type of question has its field, filled with what was saved', () => {
  const html = page({
    section: identity,
    answers: {
      name_local: 'हिमाल',
      country: 'NP',
      trading_names: ['A', 'B'],
      uses_agents: 'yes',
      agents: [{ agent_name: 'Hari', workers: 12, licensed: 'no' }],
    },
  });
  expect(html).toMatch(/<input[^>]*dir="auto"[^>]*name="name_local"[^>]*value="हिमाल"/);
  expect(html).toMatch(/<option value="NP" selected="">Nepal/);
  expect(html).toMatch(/<textarea[^>]*name="trading_names"[^>]*>\s*A\nB<\/textarea>/);
  expect(html).toMatch(/name="uses_agents"[^>]*checked=""[^>]*value="yes"|value="yes"[^>]*checked=""/);
  expect(html).toMatch(/name="agents\[0\]\.workers"[^>]*value="12"/);
  expect(html).toContain('Remove agent 1');
  expect(html).toContain('One a line');
  expect(html).not.toContain('style=');
});

test('a list opens with one empty row, and grows by a button', async () => {
  expect(page({ section: identity })).toContain('name="agents[0].agent_name"');
  const body = new URLSearchParams({
    __intent__: JSON.stringify({ type: 'insert', payload: { name: 'agents' } }),
    'agents[0].agent_name': 'Hari',
  });
  const request = new Request('http://127.0.0.1/', { method: 'POST', body });
  const { reply } = await readSection(request, {
    questionnaire: example,
    section: identity,
    answers: {},
    today,
  });
  const html = page({ section: identity, reply });
  expect(html).toMatch(/name="agents\[0\]\.agent_name"[^>]*value="Hari"/);
  expect(html).toContain('name="agents[1].agent_name"');
  expect(html).not.toContain('role="alert"');
});

test('what an answer on the page brings up is there, set in, with the words that say when', () => {
  const html = page({ section: identity });
  expect(html).toContain('Only if “Do you work with agents?” is “Yes”');
  expect(html).toContain('Only if “Licensed?” is “Yes”');
  expect(page({ section: money })).toContain('Only if “Ways to pay” includes “Otherwise”');
});

test('what another section decides is left out where it does not hold, and asked plainly where it does', () => {
  expect(page({ section: money })).not.toContain('Paid to agents');
  const html = page({ section: money, answers: { uses_agents: 'yes', agents: [{ agent_name: 'Hari' }] } });
  expect(html).toContain('Paid to agents');
  expect(html).not.toContain('the number of rows');
});

test('what may be left open says so', () => {
  const html = page({ section: identity });
  expect(html).toMatch(/Trading names<span[^>]*> \(optional\)/);
  expect(html).not.toMatch(/Country<span[^>]*> \(optional\)/);
});

test('a name in Latin letters is suggested from the one in its own script, also in rows', () => {
  const html = page({
    section: identity,
    answers: { name_local: 'ढाका', agents: [{ agent_name: 'Сергей' }], uses_agents: 'yes' },
  });
  expect(html).toMatch(/As printed<span[^>]*>Suggested in Latin letters: <span[^>]*>Dhaka/);
  expect(html).toMatch(/Suggested in Latin letters: <span[^>]*>Sergey/);
  expect(page({ section: identity, answers: { name_local: 'Himal' } })).not.toContain('Suggested');
});

test('problems stand beside their fields and in a summary that leads to them', async () => {
  const body = new URLSearchParams({
    uses_agents: 'yes',
    'agents[0].agent_name': 'Hari',
    'agents[0].workers': 'many',
  });
  const request = new Request('http://127.0.0.1/', { method: 'POST', body });
  const { reply } = await readSection(request, {
    questionnaire: example,
    section: identity,
    answers: {},
    today,
  });
  const html = page({ section: identity, reply });
  expect(html).toMatch(/name="agents\[0\]\.workers"[^>]*aria-invalid="true"[^>]*value="many"/);
  for (const [target] of html.matchAll(/(?<=href="#)[^"]+/g)) expect(html).toContain(`id="${target}"`);
});

test('a note stands under its field', () => {
  expect(page({ section: identity, notes: { country: 'Mina, yesterday' } })).toContain('Mina, yesterday</p>');
});

test('two answers stand side by side, to be chosen from', () => {
  const html = page({
    section: identity,
    conflicts: { country: { mine: 'QA', theirs: 'NP', by: 'Mina Rai' } },
  });
  expect(html).toMatch(/type="radio"[^>]*name="choose.country"/);
  expect(html).toContain('Two answers to “Country”');
  expect(html).toMatch(/Keep what Mina Rai saved: <span[^>]*>Nepal/);
  expect(html).toMatch(/Use mine: <span[^>]*>Qatar/);
});

test('labels speak the language asked for', () => {
  expect(page({ section: identity, language: 'ne' })).toContain('देश');
});

test('whatever the house says beside the questions is in the language of the page', async () => {
  const html = page({ section: identity, language: 'es' });
  for (const words of [
    '(opcional)',
    'Añadir otra fila: agent',
    'Quitar: agent 1',
    'Solo si «Do you work with agents?» es «Sí»',
    'Elija una opción',
    'Uno por línea',
  ])
    expect(html).toContain(words);
  expect(html).not.toMatch(/\(optional\)|Add another|Remove|Only if|Choose one|>Yes</);
  const request = new Request('http://127.0.0.1/', {
    method: 'POST',
    body: new URLSearchParams({ country: '' }),
  });
  const asked = { questionnaire: example, section: identity, answers: {}, today, language: 'es' };
  const { problems, reply } = await readSection(request, asked);
  expect(problems.map(({ message }) => message)).toContain('Elija una respuesta para «Country»');
  expect(page({ section: identity, language: 'es', reply })).toContain('Elija una respuesta para «Country»');
});
