/** What signing and keeping a receipt adds to a look-up, through the whole stack. */
export type Receipts = { p95AloneMs: number; p95WithMs: number; addedMs: number; limitMs: number };

const rounds = 400;

/** One question after another, with a receipt and without in turns: a noisy machine disturbs both alike. */
export async function receiptsOf(origin: string, registrationNumber: string): Promise<Receipts> {
  const body = JSON.stringify({ items: [{ registrationNumber }] });
  const ask = async (receipt: boolean) => {
    const begun = performance.now();
    const response = await fetch(`${origin}/api/v1/verifications${receipt ? '?receipt=true' : ''}`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    const text = await response.text();
    if (!response.ok || text.includes('"receiptUrl":null') === receipt)
      throw new Error(`A check was answered ${response.status}: ${text.slice(0, 200)}`);
    return performance.now() - begun;
  };
  for (let round = 0; round < 20; round += 1) await ask(round % 2 === 0);
  const [alone, kept]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await ask(false));
    kept.push(await ask(true));
  }
  const [p95AloneMs, p95WithMs] = [p95(alone), p95(kept)];
  return { p95AloneMs, p95WithMs, addedMs: p95WithMs - p95AloneMs, limitMs: 10 };
}

const p95 = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;

export const sayReceipts = ({ p95AloneMs, p95WithMs, addedMs, limitMs }: Receipts) =>
  `p95 of a check: ${p95AloneMs.toFixed(1)} ms without a receipt, ${p95WithMs.toFixed(1)} ms with one signed and kept: ${addedMs.toFixed(1)} ms more, ${limitMs} ms allowed`;
