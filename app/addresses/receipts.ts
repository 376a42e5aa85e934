import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Signed answers of the register, for people: asked for on a record, and each with its paper and its file. */
export const receipts: RouteConfigEntry[] = [
  route('register/:registrationNumber/receipt', 'routes/receipts/ask.tsx'),
  route('receipts/:id', 'routes/receipts/receipt.tsx'),
];
export const receiptFiles: RouteConfigEntry[] = [
  route('receipts/:id/pdf', 'routes/receipts/pdf.ts'),
  route('receipts/:id/credential', 'routes/receipts/credential.ts'),
];
