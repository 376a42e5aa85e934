import type { Question, Questionnaire } from '#app/questionnaire/definition.ts';

const text = (name: string): Question => ({ name, type: 'text', label: { en: name, ne: `${name} (ne)` } });
const decimal = (name: string): Question => ({ ...text(name), type: 'decimal' });
const yes = (name: string): Question => ({ ...text(name), type: 'yes_no' });

const rows = (name: string, columns: Question[]): Question => ({
  ...{ ...text(name), type: 'rows' },
  noun: { en: 'Row' },
  columns,
});

const steps = rows('steps', [
  text('step_name'),
  text('step_kind'),
  text('step_country'),
  text('step_licensed'),
]);
const payments = rows('payments', [
  ...[text('pay_category'), decimal('pay_amount'), text('pay_currency'), text('pay_payer'), text('pay_to')],
]);
const upstream = rows('upstream', [
  ...[text('up_name'), text('up_kind'), text('up_country'), text('up_place'), text('up_email')],
  ...[yes('up_may_invite'), yes('up_may_be_seen')],
]);

/** A questionnaire of three short sections, with the names the house reads. */
export const short = (role: string): Questionnaire => ({
  ...{ id: `mapping_${role}-900`, name: `mapping_${role}`, version: 900 },
  title: { en: 'Short' },
  languages: ['en', 'ne'],
  lists: [],
  sections: [
    {
      name: 'who',
      title: { en: 'Who you are', ne: 'तपाईं को हो' },
      questions: [{ ...text('company_name'), required: true }, text('place')],
    },
    { name: 'money', title: { en: 'Money' }, questions: [steps, payments] },
    { name: 'before', title: { en: 'Before you' }, questions: [upstream] },
  ],
});
