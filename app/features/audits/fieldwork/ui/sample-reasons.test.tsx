import { parseWithZod } from '@conform-to/zod/v4';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { PageForm, useFields } from '#app/ui/form.tsx';

import { sampledInWords } from '../../interviews/ui/sampled.tsx';
import { refusalText } from '../../ui/refusals.ts';
import { closingForm, type ClosingForm } from '../forms.ts';
import { SampleReasons } from './sample-reasons.tsx';

/** As the page is drawn when the reasons sent were refused. */
function Refused({ reasons }: { reasons: string }) {
  const sent = new FormData();
  sent.set('reasons', reasons);
  const reply = parseWithZod(sent, { schema: closingForm }).reply();
  const [form, fields] = useFields<ClosingForm>('close-fieldwork', { reply });
  return (
    <PageForm form={form} refusal={refusalText('sample_short')}>
      <SampleReasons field={fields.reasons} />
    </PageForm>
  );
}

test('reasons that were too short stay in their box, with what is missing', () => {
  const html = renderToStaticMarkup(<Refused reasons="The ship left early." />);
  expect(html).toMatch(/<textarea[^>]*>The ship left early\.<\/textarea>/);
  expect(html).toContain('Hear more of them, or write the reasons');
});

const counted = {
  ...{ target: 10, heard: 7, aloneTarget: 3, alone: 2, refused: 1, unreachable: 2 },
  short: [{ corridor: 'NP-QA', planned: 6, heard: 3 }],
};

test('a report tells in numbers who was heard, who was tried, and why they were fewer', () => {
  const told = sampledInWords({ ...counted, reasons: 'The ship left early.' }).map(
    ({ term, value }) => `${term}: ${value}`,
  );
  expect(told).toEqual([
    'Workers heard: 7 of 10 planned',
    'Without the recruiter’s help: 2 of at least 3 planned',
    'Tried, and not heard: 1 refused, 2 not reached',
    'Corridor Nepal → Qatar: 3 of 6 planned',
    'Why fewer than planned: The ship left early.',
  ]);
  expect(sampledInWords({ ...counted, reasons: null })).toHaveLength(4);
});
