import { chromium } from '@playwright/test';

import { findChromium } from '#tests/support/chromium.ts';

import { startHouse } from '../../house.ts';

/** The worker check: answered to many at once, and as somebody meets it on a slow phone and a slow line. */
export type Checks = { p95Ms: number; failed: number; limitMs: number; slow: SlowLine };
type SlowLine = { answerMs: number; kilobytes: number; limitMs: number };

const clients = 16;
const port = 3974;
const origin = `http://127.0.0.1:${port}`;
/** A line of the second generation as browsers' makers play it: 300 ms each way and back, 250 kbit/s. */
const secondGeneration = { offline: false, latency: 300, downloadThroughput: 31_250, uploadThroughput: 6250 };

/** `asked` are different from one another: no answer helps another. */
export async function checksOn(url: string, asked: string[]): Promise<Checks> {
  const quiet = { DEMO: '', LOG_LEVEL: 'error', SMTP_URL: 'smtp://127.0.0.1:9' };
  const house = await startHouse({ DATABASE_URL: url, PORT: String(port), ORIGIN: origin, ...quiet });
  try {
    return { ...(await atOnce(asked)), limitMs: 60, slow: await slowLine(asked[0] ?? '') };
  } finally {
    await house.stop();
  }
}

const addressOf = (q: string) => `${origin}/ne/check?q=${encodeURIComponent(q)}`;

async function atOnce(asked: string[]) {
  const times: number[] = [];
  let [next, failed] = [0, 0];
  const client = async () => {
    for (let at = next++; at < asked.length; at = next++) {
      const begun = performance.now();
      const answer = await fetch(addressOf(asked[at] ?? ''));
      await answer.text();
      times.push(performance.now() - begun);
      if (!answer.ok) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { p95Ms: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0, failed };
}

/** From the press of the button to the answer on the screen, with a processor six times slower; the weight is of all that came. */
async function slowLine(q: string): Promise<SlowLine> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await devtools.send('Network.emulateNetworkConditions', secondGeneration);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await page.goto(`${origin}/ne/check`);
    await page.fill('input[type=search]', q);
    const begun = performance.now();
    await page.click('button');
    await page.locator('.answer').first().waitFor();
    return { answerMs: performance.now() - begun, kilobytes: bytes / 1024, limitMs: 2000 };
  } finally {
    await browser.close();
  }
}

export const sayChecks = ({ p95Ms, failed, limitMs, slow }: Checks) =>
  `worker check, ${clients} at once: p95 ${p95Ms.toFixed(0)} ms, ${limitMs} allowed${failed ? `; ${failed} FAILED` : ''}; on a slow line and a processor six times slower: the answer after ${slow.answerMs.toFixed(0)} ms, ${slow.limitMs} allowed; ${slow.kilobytes.toFixed(1)} kB in all, 30 allowed`;
