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
  /** How long at most the server would have answered nobody meanwhile. */
  standstillMs: number;
  ofStandstillLimit: number;
  raised: number;
  ofMemoryLimit: number;
};

const findings = 60;
const limitMs = 5000;
const limitMegabytes = 150;
const limitStandstillMs = 200;

const drawn = z.object({ ms: z.number(), standstillMs: z.number(), bytes: z.number(), sha256: z.string() });

/** In a process of its own; fonts, and what is compiled once, are loaded by a small report before. */
export async function drawingReports(): Promise<Drawing> {
  const child = fork('app/commands/report-drawer.ts');
  try {
    await once(child, 'message');
    await draw(child, 1);
    const before = residentMegabytes(child.pid);
    const drawing = draw(child, findings);
    const raised = (await peakWhile(child.pid, drawing)) - before;
    const { ms, standstillMs, bytes } = await drawing;
    return {
      ...{ findings, kilobytes: Math.round(bytes / 1000), ms, ofLimit: ms / limitMs },
      ...{ standstillMs, ofStandstillLimit: standstillMs / limitStandstillMs },
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

export const sayDrawing = (drawing: Drawing) =>
  [
    `a report with ${drawing.findings} findings as PDF: ${(drawing.ms / 1000).toFixed(1)} s, ${drawing.ofLimit.toFixed(2)} of the limit`,
    `others wait ${drawing.standstillMs.toFixed(0)} ms at most meanwhile, ${drawing.ofStandstillLimit.toFixed(2)} of the limit`,
    `${drawing.raised.toFixed(0)} MB more memory at its height, ${drawing.ofMemoryLimit.toFixed(2)} of the limit`,
    `${drawing.kilobytes} kB`,
  ].join('; ');
