import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { Coverage } from './coverage.tsx';
import { SomethingWrong } from './something-wrong.tsx';

const record = {
  ...{ registrationNumber: 'LRN00012603', name: 'Himal Trek', nameLocal: null, tradingNames: [] },
  ...{ country: 'NP', acceptedOn: '2026-03-01', certificate: null },
  standing: { status: 'applicant' as const, since: '2026-03-01', reasonClass: null },
  licences: [{ authority: 'Ministry of Labour', number: '812/066', validUntil: '2026-06-30' }],
};

describe('a record', () => {
  test.each([
    ['2026-06-30', 'valid until'],
    ['2026-07-01', 'ended on'],
    [undefined, 'valid until'],
  ])('of %s says of a licence that it is %s its last day', (today, said) => {
    const shown = renderToStaticMarkup(<Coverage record={record} {...(today && { today })} />);
    expect(shown).toContain(`${said} 30 June 2026`);
  });

  test('names where to complain, where the scheme has said where', () => {
    const address = 'complaints@scheme.example';
    const named = renderToStaticMarkup(<SomethingWrong complaintsTo={address} />);
    expect(named).toContain(`<a href="mailto:${address}" class="link">${address}</a>`);
    const unnamed = renderToStaticMarkup(<SomethingWrong complaintsTo={null} />);
    expect(unnamed).toContain('the complaints office');
    expect(unnamed).not.toContain('mailto:');
  });
});
