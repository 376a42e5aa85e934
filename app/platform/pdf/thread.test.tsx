import { monitorEventLoopDelay } from 'node:perf_hooks';

import { Document, pdf, Text } from '@react-pdf/renderer';
import { expect, test } from 'vitest';

import { Facts, Paper } from './paper.server.tsx';
import { renderPdf } from './render.server.tsx';
import { inThread } from './thread.server.ts';
import { partsOf } from './tree.ts';

const told = { title: 'A test', language: 'en', at: new Date('2026-11-25T09:00:00Z') };

const paper = (children: React.ReactNode) => (
  <Paper header="A report" reference="AUD-00001" footer="Final" language="en">
    {children}
  </Paper>
);

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    term: `Finding ${index}`,
    value: 'The files of twelve months were read and compared with what workers said. '.repeat(4),
  }));

test('whoever asks while a long paper is drawn does not wait for it', async () => {
  await renderPdf(paper(<Facts items={many(1)} />), told);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const begun = performance.now();
  delay.enable();
  await renderPdf(paper(<Facts items={many(100)} />), told);
  delay.disable();
  // Of the time it takes, whatever the machine: drawn in this thread it would stand still for nearly all of it.
  expect(delay.max / 1e6).toBeLessThan((performance.now() - begun) / 2);
});

test('what goes wrong with a paper is an error of that paper, and the next one is drawn', async () => {
  const unknown = paper(<Text style={{ fontFamily: 'No such font' }}>Words</Text>);
  await expect(renderPdf(unknown, told)).rejects.toThrow('No such font');
  const Broken = () => {
    throw new Error('Nothing to say');
  };
  await expect(renderPdf(paper(<Broken />), told)).rejects.toThrow('Nothing to say');
  const file = await renderPdf(paper(<Facts items={many(1)} />), told);
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a paper that takes too long is given up with its thread, and the next paper begins another', async () => {
  const papers = partsOf(pdf(<Document>{paper(<Facts items={many(2000)} />)}</Document>).container);
  await expect(inThread({ kind: 'draw', ...told, papers }, 50)).rejects.toThrow('aborted');
  const file = await renderPdf(paper(<Facts items={many(1)} />), told);
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
});
