import { expect, test } from 'vitest';

import { questionnaireShape } from '#app/questionnaire/shape.ts';
import worker from '#db/reference/questionnaires/mapping-worker-1.json' with { type: 'json' };

import { facesOf } from './faces.ts';
import { posterPaper } from './poster.server.tsx';

const questionnaire = questionnaireShape.parse(worker);
const printed = {
  ...{ code: '123456789012', languages: ['ne', 'ur', 'my', 'am'], origin: 'https://scheme.example' },
  ...{ site: 'Doha $& Garments', company: 'Northwind' },
};

test('each language has a code of its own, and an address to type', () => {
  const faces = facesOf(printed, questionnaire);
  expect(faces.map(({ address }) => address)).toEqual(
    ['ne', 'ur', 'my', 'am'].map((code) => `https://scheme.example/${code}/voice/123456789012`),
  );
  expect(faces[0]?.typed).toBe('scheme.example/ne/voice');
  expect(faces.every(({ who }) => who.includes('Doha $& Garments') && who.includes('Northwind'))).toBe(true);
});

test('a poster is a page for each language', async () => {
  const { content, filename } = await posterPaper(printed, questionnaire, new Date('2026-03-01'));
  expect(filename).toBe('poster 123456789012.pdf');
  expect(content.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(4);
});
