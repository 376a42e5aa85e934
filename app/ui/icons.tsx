import type { ReactNode } from 'react';

/** Shapes that never stand alone: a word is always beside them, so they are hidden from screen readers. */
const shapes = {
  'shield-tick': (
    <>
      <path d="M12 2.5 4.5 5v6.2c0 4.6 3.1 8.3 7.5 10.3 4.4-2 7.5-5.7 7.5-10.3V5z" />
      <path d="m8.6 11.9 2.5 2.5 4.5-4.7" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.2l3.4 2" />
    </>
  ),
  'octagon-stroke': (
    <>
      <path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z" />
      <path d="M12 7.8v5.4M12 16.4v.1" />
    </>
  ),
  'circle-slash': (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m5.8 18.2 12.4-12.4" />
    </>
  ),
  'open-circle': <circle cx="12" cy="12" r="8" />,
  tick: <path d="m5.5 12.6 4.2 4.2 8.8-9.4" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 16, weight = 2 }: { name: IconName; size?: number; weight?: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={weight}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      {shapes[name]}
    </svg>
  );
}
