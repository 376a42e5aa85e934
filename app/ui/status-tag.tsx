import type { ReactNode } from 'react';

import { Icon, type IconName } from './icons.tsx';

export type Tone = 'certified' | 'watch' | 'suspended' | 'withdrawn' | 'applicant' | 'neutral';

const icons: Record<Tone, IconName> = {
  certified: 'shield-tick',
  watch: 'clock',
  suspended: 'octagon-stroke',
  withdrawn: 'circle-slash',
  applicant: 'open-circle',
  neutral: 'open-circle',
};

/** A status, the same everywhere: icon, word and colour together. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={`tone-${tone} inline-flex items-center gap-1.5 rounded-md px-2.5 py-1 text-sm leading-tight font-semibold`}
    >
      <Icon name={icons[tone]} weight={2.25} />
      {children}
    </span>
  );
}

type StandingBannerProps = { tone: Tone; title: string; children?: ReactNode };

/** The answer a page exists for, large. */
export function StandingBanner({ tone, title, children }: StandingBannerProps) {
  return (
    <div className={`tone-${tone} keep flex flex-col gap-3 rounded-panel p-6 sm:flex-row sm:gap-6 sm:p-7`}>
      <Icon name={icons[tone]} size={48} />
      <div className="min-w-0">
        <h2 className="text-[1.75rem]">{title}</h2>
        <div className="mt-1 max-w-prose text-ink [&>p+p]:mt-2">{children}</div>
      </div>
    </div>
  );
}
