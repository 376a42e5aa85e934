import { parseWithZod } from '@conform-to/zod/v4';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { NumberField, RadioGroup, Repeated, TextField } from '../fields.tsx';
import { PageForm, useFields } from '../form.tsx';
import { placeOf, navigationFor } from '../navigation.ts';
import { DataTable, Pagination } from '../table.tsx';
import { TaskList } from '../task-list.tsx';
import { Timeline } from '../timeline.tsx';

const shape = z.object({
  number: z.string('Give the number'),
  workers: z.string().optional(),
  way: z.enum(['own', 'agents'], 'Choose one'),
  offices: z.array(z.object({ town: z.string('Give the town') })),
});

function Page({ sent }: { sent: Record<string, string> }) {
  const answers = new FormData();
  for (const [name, value] of Object.entries(sent)) answers.set(name, value);
  const reply = parseWithZod(answers, { schema: shape }).reply();
  const [form, fields] = useFields<z.infer<typeof shape>>('licence', { reply });
  return (
    <PageForm form={form} refusal={undefined}>
      <TextField field={fields.number} label="Number" hint="As printed" />
      <NumberField field={fields.workers} label="Workers" optional />
      <RadioGroup
        field={fields.way}
        label="Way"
        options={[
          { value: 'own', label: 'Own offices' },
          { value: 'agents', label: 'Agents' },
        ]}
      />
      <Repeated form={form} field={fields.offices} label="Offices" noun="Office">
        {(office) => <TextField field={office.getFieldset().town} label="Town" />}
      </Repeated>
    </PageForm>
  );
}

const page = (sent: Record<string, string>) => renderToStaticMarkup(<Page sent={sent} />);

test('a form that comes back opens on a focused summary which leads to each field', () => {
  const html = page({ workers: '12' });
  expect(html).toContain('There are problems with 2 answers');
  expect(html).toMatch(/role="alert"[^>]*autofocus/i);
  for (const [target] of html.matchAll(/(?<=href="#)[^"]+/g)) expect(html).toContain(`id="${target}"`);
});

test('a field in error is marked, says why beside itself, and every answer is kept', () => {
  const html = page({ workers: '12' });
  expect(html).toMatch(
    /aria-invalid="true" aria-describedby="licence-number-description licence-number-error"/,
  );
  expect(html).toContain('<p id="licence-number-error"');
  expect(html).toContain('value="12"');
});

test('a list grows and shrinks by submit buttons, while Enter in a text box saves', () => {
  const html = page({ number: '7', way: 'own', 'offices[0].town': 'Pokhara', 'offices[1].town': 'Janakpur' });
  const buttons = [...html.matchAll(/<button type="submit"([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(buttons[0]).not.toContain('__intent__');
  expect(buttons.filter((attributes) => attributes?.includes('__intent__'))).toHaveLength(3);
  expect(html).toContain('Remove office 2');
  expect(html).not.toContain('role="alert"');
});

test('every role has Now first and Register last, also one without pages of its own', () => {
  for (const kind of ['recruiter', 'auditor', 'reviewer', 'decider', 'officer', 'company', 'trainer']) {
    const places = navigationFor(kind).map(({ label }) => label);
    expect([places[0], places.at(-1)]).toEqual(['Now', 'Register']);
  }
  expect(navigationFor('auditor')).toEqual(navigationFor('reviewer'));
});

test('a place is current on its own page and below it, not beside it', () => {
  const places = [
    { href: '/audits', label: 'Audits' },
    { href: '/audits/calendar', label: 'Calendar' },
  ];
  expect(placeOf(places, '/audits')).toBe('/audits');
  expect(placeOf(places, '/audits/1/team')).toBe('/audits');
  expect(placeOf(places, '/audits/calendar/month')).toBe('/audits/calendar');
  expect(placeOf(places, '/auditsome')).toBeUndefined();
  expect(placeOf(places, undefined)).toBeUndefined();
  const officers = navigationFor('officer');
  expect(placeOf(officers, '/scheme/interests')).toBe('/scheme/audit-bodies');
  expect(placeOf(officers, '/audits/1')).toBe('/audits/calendar');
});

const task = { what: 'Answer the plan', about: 'Himal Workforce', href: '/findings/3', action: 'Answer' };

test('a task says in words how late it is or how long there is', () => {
  const html = renderToStaticMarkup(
    <TaskList
      today="2026-11-23"
      tasks={[
        { ...task, id: '1', due: '2026-11-21' },
        { ...task, id: '2', due: '2026-11-26' },
        { ...task, id: '3', due: null },
      ]}
    />,
  );
  for (const words of ['2 days late', 'in 3 days', '26 November 2026', 'no fixed day'])
    expect(html).toContain(words);
});

test('without tasks the list says what will stand there', () => {
  expect(renderToStaticMarkup(<TaskList today="2026-11-23" tasks={[]} />)).toContain('Nothing needs you now');
});

test('an empty table gives way to a sentence, and one page has no pages to turn', () => {
  const table = (
    <DataTable
      caption=""
      columns={[]}
      rows={[]}
      empty={{ title: 'No mail yet', text: 'Mails appear here.' }}
    />
  );
  expect(renderToStaticMarkup(table)).not.toContain('<table');
  expect(renderToStaticMarkup(<Pagination page={1} pages={1} count={3} href={String} />)).toBe('');
});

test('a row of a table is named by its main column, and each value carries the name of its own', () => {
  const html = renderToStaticMarkup(
    <DataTable
      caption="Recruiters"
      columns={[
        { key: 'name', header: 'Name', main: true, cell: (row) => row.name },
        { key: 'country', header: 'Country', cell: (row) => row.country },
      ]}
      rows={[{ name: 'Sunrise Overseas', country: 'Nepal' }]}
      empty={{ title: '', text: '' }}
    />,
  );
  expect(html).toMatch(/<th scope="row"[^>]*>Sunrise Overseas/);
  expect(html).toMatch(/<td data-label="Country"/);
});

test('a timeline tells a day from a moment', () => {
  const html = renderToStaticMarkup(
    <Timeline
      entries={[
        { id: '1', at: '2026-11-23T07:12:00Z', what: 'Plan sent', who: 'Anjali Rai' },
        { id: '2', at: '2026-11-21', what: 'Opened' },
      ]}
    />,
  );
  expect(html).toContain('23 November 2026 at 07:12 UTC</time>, Anjali Rai');
  expect(html).toContain('>21 November 2026</time>');
});
