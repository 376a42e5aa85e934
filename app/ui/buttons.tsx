import type { ComponentPropsWithoutRef, ReactNode } from 'react';

type Kind = 'primary' | 'secondary' | 'danger';
type Size = 'normal' | 'small';

const kinds: Record<Kind, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-deep hover:bg-accent-deep',
  secondary: 'border-line-strong bg-card text-accent hover:border-accent hover:bg-accent-soft',
  danger: 'border-stopped bg-stopped text-on-accent hover:opacity-90',
};

const sizes: Record<Size, string> = {
  normal: 'min-h-11 px-4 py-2',
  small: 'min-h-9 px-3.5 py-1 text-sm',
};

const look = (kind: Kind, size: Size) =>
  `inline-flex items-center justify-center rounded-control border text-center leading-tight font-semibold no-underline print:hidden ${kinds[kind]} ${sizes[size]}`;

type ButtonProps = Omit<ComponentPropsWithoutRef<'button'>, 'className'> & { kind?: Kind; size?: Size };

export function Button({ kind = 'primary', size = 'normal', children, ...rest }: ButtonProps) {
  return (
    <button type="submit" {...rest} className={look(kind, size)}>
      {children}
    </button>
  );
}

type LinkProps = Omit<ComponentPropsWithoutRef<'a'>, 'className' | 'href'> & {
  to: string;
  children: ReactNode;
};

/**
 * Links are plain anchors: a full load moves focus to the top and reads the new title aloud, with scripts or without,
 * and the same link may lead to a page, a file or another origin.
 */
export function ButtonLink({
  to,
  kind = 'primary',
  size = 'normal',
  children,
  ...rest
}: LinkProps & { kind?: Kind; size?: Size }) {
  return (
    <a href={to} {...rest} className={look(kind, size)}>
      {children}
    </a>
  );
}

export function TextLink({ to, children, ...rest }: LinkProps) {
  return (
    <a href={to} {...rest} className="link">
      {children}
    </a>
  );
}

/** Several buttons of one form or record, side by side. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
