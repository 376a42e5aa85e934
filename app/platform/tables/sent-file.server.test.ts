import { expect, test } from 'vitest';

import { ok, refuse } from '../result.ts';
import { takeSentFile, type SentFile } from './sent-file.server.ts';

const sent = (parts: Record<string, File | string>) => {
  const body = new FormData();
  for (const [name, part] of Object.entries(parts)) body.set(name, part);
  return new Request('http://127.0.0.1/lists/new', { method: 'POST', body });
};
const list = () => sent({ list: new File(['Name\nHimal'], 'suppliers.csv') });
const toList = (id: string) => `/lists/${id}`;

test('what was made of the one file of a form has a page of its own', async () => {
  const taken: SentFile[] = [];
  const read = (file: SentFile) => Promise.resolve(ok({ id: String(taken.push(file)) }));
  const answer = await takeSentFile(list(), 'list', read, toList);
  expect(taken).toEqual([{ content: Buffer.from('Name\nHimal'), filename: 'suppliers.csv' }]);
  expect(answer).toBeInstanceOf(Response);
  if (answer instanceof Response) expect(answer.headers.get('Location')).toBe('/lists/1');
});

test('without a file, or with one that cannot be taken, the same page comes again and says why', async () => {
  const never = () => Promise.reject(new Error('nothing to read'));
  const missing = await takeSentFile(sent({ list: 'no file' }), 'list', never, toList);
  expect(missing).toMatchObject({ data: { refusal: 'file_missing' }, init: { status: 400 } });
  const empty = await takeSentFile(list(), 'list', () => Promise.resolve(refuse('table_empty')), toList);
  expect(empty).toMatchObject({ data: { refusal: 'table_empty' }, init: { status: 400 } });
});
