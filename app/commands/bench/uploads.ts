import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const megabyte = 1024 * 1024;
const boundary = 'the-boundary-of-this-form';
const piece = randomBytes(megabyte / 4);

export type Uploading = {
  port: number;
  path: string;
  headers: Record<string, string>;
  fields: Record<string, string>;
  megabytes: number;
};

/** A form with a PDF of so many megabytes, made while it is sent; answers the status. */
export async function upload({ port, path, headers, fields, megabytes }: Uploading) {
  const sent = request({
    ...{ host: '127.0.0.1', port, path, method: 'POST' },
    headers: { ...headers, 'Content-Type': `multipart/form-data; boundary=${boundary}` },
  });
  const answered = new Promise<number>((resolve, reject) => {
    sent.on('error', reject).on('response', (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
  });
  await pipeline(Readable.from(formOf(fields, megabytes)), sent);
  return answered;
}

function* formOf(fields: Record<string, string>, megabytes: number) {
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`;
  for (const [name, value] of Object.entries(fields))
    yield Buffer.from(`${part(`name="${name}"`)}${value}\r\n`);
  yield Buffer.from(`${part('name="file"; filename="payroll.pdf"')}%PDF-1.7\n`);
  // A little less than whole: head and form count as well.
  for (let sent = 0; sent < megabytes * 4 - 1; sent += 1) yield piece;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

/** Resident memory of a process now, MB; no number where the system does not say (not Linux). */
export function residentMegabytes(pid: number | undefined) {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/**
 * Sizes in MB sent before memory is measured: what is loaded and compiled once, and the room the engine takes for what
 * lives a moment, is no part of an upload. Together far below the file measured, so that one held whole would show.
 */
export const warming = [12, 18, 36, 40];

/** The most memory a process held while something was done. */
export async function peakWhile(pid: number | undefined, doing: Promise<unknown>) {
  let peak = residentMegabytes(pid);
  const watch = setInterval(() => (peak = Math.max(peak, residentMegabytes(pid))), 20);
  await doing.finally(() => clearInterval(watch));
  return peak;
}

export type UploadMemory = { megabytes: number; before: number; peak: number; raised: number; limit: number };

/** What a large document costs the server in memory, MB, sent by somebody of the demonstration. */
export async function memoryOfUpload(
  origin: string,
  pid: number | undefined,
  who: { email: string; password: string },
): Promise<UploadMemory> {
  const signedIn = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
    body: new URLSearchParams(who),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const send = async (megabytes: number) => {
    const status = await upload({
      port: Number(new URL(origin).port),
      path: '/documents/new',
      headers: { Origin: origin, Cookie: cookie, Host: new URL(origin).host },
      fields: { kind: 'records', title: 'Payroll of a year', evidenceOn: '2026-02-01' },
      megabytes,
    });
    if (status !== 302) throw new Error(`An upload was answered ${status}`);
  };
  for (const megabytes of warming) await send(megabytes);
  const before = residentMegabytes(pid);
  const peak = await peakWhile(pid, send(200));
  return { megabytes: 200, before, peak, raised: peak - before, limit: 30 };
}
