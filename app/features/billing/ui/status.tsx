import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';

import { statusNames } from '../model.ts';
import { isOverdue } from '../rules.ts';

type Standing = { status: keyof typeof statusNames; dueOn: string; receivedOn?: string };

const tones: Record<keyof typeof statusNames, Tone> = {
  open: 'watch',
  paid: 'certified',
  cancelled: 'withdrawn',
};

/** The state of an invoice; late ones say so. */
export function InvoiceTag({ invoice, today }: { invoice: Standing; today: string }) {
  const late = isOverdue(invoice, today);
  return (
    <StatusTag tone={late ? 'suspended' : tones[invoice.status]}>
      {late ? 'Overdue' : statusNames[invoice.status]}
    </StatusTag>
  );
}

/** "16 December 2026, in 24 days", or the day its money arrived. */
export function dueInWords({ status, dueOn, receivedOn }: Standing, today: string) {
  if (status === 'cancelled') return 'Nothing is due';
  if (receivedOn) return `Received ${dayInWords(receivedOn)}`;
  return `${dayInWords(dueOn)}, ${untilInWords(dueOn, today)}`;
}
