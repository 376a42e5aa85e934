import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

import {
  agencyForm,
  agentsForm,
  corridorsForm,
  declarationsForm,
  licencesForm,
  reviewForm,
  volumesForm,
} from './forms.ts';

/** As a browser sends it. */
function sent(schema: z.ZodType, fields: Record<string, string | string[]>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) form.append(name, each);
  const submission = parseWithZod(form, { schema });
  return submission.status === 'success' ? { value: submission.value } : { error: submission.error };
}

const licence = {
  'licences[0].authority': 'Department of Foreign Employment',
  'licences[0].jurisdiction': 'NP',
  'licences[0].number': '742/064/65',
  'licences[0].validUntil': '2027-07-14',
};

describe('licences', () => {
  test('one that is valid today is taken', () => {
    expect(sent(licencesForm('2027-07-14'), licence)).toMatchObject({
      value: { revision: 0, licences: [{ number: '742/064/65' }] },
    });
  });

  test('one that ended is named at its own field', () => {
    expect(sent(licencesForm('2027-07-15'), licence)).toEqual({
      error: { 'licences[0].validUntil': ['This licence ended before today: enter its renewal'] },
    });
  });

  test('none at all is said in words', () => {
    expect(sent(licencesForm('2026-01-01'), {})).toMatchObject({ error: { licences: expect.anything() } });
  });
});

test('lists of lines lose their empty ones', () => {
  const agency = {
    legalName: 'एभरेस्ट',
    companyNumber: '1',
    address: 'Kathmandu',
    country: 'NP',
    contactName: 'Sabina',
  };
  expect(sent(agencyForm, { ...agency, tradingNames: 'One\r\n\r\n Two ' })).toMatchObject({
    value: { tradingNames: ['One', 'Two'] },
  });
  expect(sent(agencyForm, { ...agency, country: 'XX' })).toMatchObject({
    error: { country: ['Choose a country'] },
  });
  expect(sent(agencyForm, { ...agency, website: 'javascript:alert(1)' })).toMatchObject({
    error: { website: expect.anything() },
  });
});

test('a corridor leads abroad, for a sector of the list', () => {
  const corridor = {
    'corridors[0].origin': 'NP',
    'corridors[0].destination': 'QA',
    sectors: ['F', 'I'],
    offices: 'Kathmandu',
    revision: '3',
  };
  expect(sent(corridorsForm, corridor)).toMatchObject({
    value: { revision: 3, sectors: ['F', 'I'], offices: ['Kathmandu'] },
  });
  expect(sent(corridorsForm, { ...corridor, 'corridors[0].destination': 'NP' })).toMatchObject({
    error: expect.anything(),
  });
  expect(sent(corridorsForm, { ...corridor, sectors: ['constructor'] })).toMatchObject({
    error: expect.anything(),
  });
});

test('workers are counted in whole numbers', () => {
  const volume = { 'volumes[0].corridor': 'NP-QA', 'volumes[0].women': '12', 'volumes[0].men': '0' };
  expect(sent(volumesForm, volume)).toMatchObject({
    value: { volumes: [{ corridor: 'NP-QA', women: 12, men: 0 }] },
  });
  for (const women of ['', '-1', '1.5', 'many', '99999999999'])
    expect(sent(volumesForm, { ...volume, 'volumes[0].women': women })).toMatchObject({
      error: expect.anything(),
    });
});

test('sub-agents are named by whoever uses them, and forgotten by whoever does not', () => {
  const agent = { 'agents[0].name': 'Hari', 'agents[0].place': 'Lekhnath', 'agents[0].kind': 'individual' };
  expect(sent(agentsForm, { usesAgents: 'yes', ...agent })).toMatchObject({
    value: { usesAgents: true, agents: [{ name: 'Hari' }] },
  });
  expect(sent(agentsForm, { usesAgents: 'yes' })).toMatchObject({
    error: { agents: ['Name every sub-agent, also individuals'] },
  });
  expect(sent(agentsForm, { usesAgents: 'no', ...agent })).toMatchObject({
    value: { usesAgents: false, agents: [] },
  });
});

test('every declaration is made, or the missing one is named', () => {
  const all = {
    truth: 'on',
    noFees: 'on',
    auditConsent: 'on',
    contactConsent: 'on',
    publication: 'on',
    conflicts: 'on',
    dataProtection: 'on',
  };
  const signature = { signedBy: 'Sabina Gurung', position: 'Director' };
  expect(sent(declarationsForm, { ...all, ...signature })).toMatchObject({
    value: { truth: true, noFees: true },
  });
  const { noFees: _left, ...rest } = all;
  expect(sent(declarationsForm, { ...rest, ...signature })).toEqual({
    error: { noFees: ['Confirm that workers pay nothing'] },
  });
});

test.each(['', 'too short', ' '.repeat(40)])('reasons like %j are not reasons', (reasons) => {
  expect(sent(reviewForm, { reasons })).toMatchObject({ error: { reasons: expect.anything() } });
});
