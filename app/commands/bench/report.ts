import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { z } from 'zod';

import { peakWhile, residentMegabytes } from './uploads.ts';

/** What drawing a final report takes, against the five seconds and the memory it may take. */
export type Drawing = {
  findings: number;
  kilobytes: number;
  ms: number;
  ofLimit: number;
  raised: number;
  ofMemoryLimit: number;
};

const findings = 60;
const limitMs = 5000;
const limitMegabytes = 150;

const drawn = z.object({ ms: z.number(), bytes: z.number(), sha256: z.string() });

/** In a process of its own; fonts, and what is compiled once, are loaded by a small report before. */
export async function drawingReports(): Promise<Drawing> {
  const child = fork('app/commands/report-drawer.ts');
  try {
    await once(child, 'message');
    await draw(child, 1);
    const before = residentMegabytes(child.pid);
    const drawing = draw(child, findings);
    const raised = (await peakWhile(child.pid, drawing)) - before;
    const { ms, bytes } = await drawing;
    return {
      ...{ findings, kilobytes: Math.round(bytes / 1000), ms, ofLimit: ms / limitMs },
      ...{ raised, ofMemoryLimit: raised / limitMegabytes },
    };
  } finally {
    child.kill();
  }
}

async function draw(child: ChildProcess, count: number) {
  const answered = once(child, 'message');
  child.send(count);
  return drawn.parse((await answered)[0]);
}

export const sayDrawing = ({ findings: count, kilobytes, ms, ofLimit, raised, ofMemoryLimit }: Drawing) =>
  `a report with ${count} findings as PDF: ${(ms / 1000).toFixed(1)} s, ${ofLimit.toFixed(2)} of the limit; ${raised.toFixed(0)} MB more memory at its height, ${ofMemoryLimit.toFixed(2)} of the limit; ${kilobytes} kB`;
