import { parentPort } from 'node:worker_threads';

import { Document, renderToBuffer } from '@react-pdf/renderer';

import { lettersOfFonts, loadFonts } from './fonts.server.ts';
import type { Answer, Task } from './thread.server.ts';
import { elementOf } from './tree.ts';

/** Runs in a thread of its own: layout and fonts take the processor for seconds, and the pages of others do not wait. */
parentPort?.on('message', (task: Task) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo(task: Task): Promise<Answer> {
  try {
    return task.kind === 'draw' ? { drawn: await draw(task) } : { letters: await lettersOfFonts() };
  } catch (error) {
    return { error };
  }
}

async function draw({ title, language, at, papers }: Extract<Task, { kind: 'draw' }>) {
  await loadFonts();
  return renderToBuffer(
    <Document title={title} language={language} creationDate={at} creator="Fairroute" producer="Fairroute">
      {papers.map(elementOf)}
    </Document>,
  );
}
