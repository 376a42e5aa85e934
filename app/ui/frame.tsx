import type { ReactNode } from 'react';

import { ButtonLink } from './buttons.tsx';
import { Icon } from './icons.tsx';
import { isCurrent, navigationFor, type Place } from './navigation.ts';

/** `kind` is the role the person came in as. */
type Viewer = { name: string; organisation: string; kind: string };

const publicPlaces: Place[] = [
  { href: '/register', label: 'Register' },
  { href: '/en/check', label: 'Check as a worker' },
  { href: '/developers', label: 'For companies' },
  { href: '/scheme', label: 'The scheme' },
];

type PublicFrameProps = { current?: string | undefined; signedIn?: boolean | undefined; children: ReactNode };

/** Around every page that needs no account. */
export function PublicFrame({ current, signedIn = false, children }: PublicFrameProps) {
  const door = signedIn ? { href: '/now', label: 'Your desk' } : { href: '/sign-in', label: 'Sign in' };
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <header className="flex flex-wrap items-center gap-x-10 border-b border-line px-4 sm:px-10 print:hidden">
        <Wordmark href="/" />
        <nav aria-label="Main" className="hidden gap-5 md:flex">
          {publicPlaces.map((place) => (
            <TopLink key={place.href} place={place} current={current} />
          ))}
        </nav>
        <div className="ms-auto flex items-center gap-2">
          <ButtonLink to={door.href} kind="secondary" size="small">
            {door.label}
          </ButtonLink>
        </div>
        <PhoneMenu places={publicPlaces} current={current} upTo="md" />
      </header>
      <Main className="mx-auto max-w-[68rem] px-4 py-8 sm:px-10">{children}</Main>
      <PublicFooter />
    </div>
  );
}

type DeskFrameProps = { viewer: Viewer; current?: string | undefined; children: ReactNode };

/** Around every page of somebody signed in: a rail beside it on wide screens, a menu above it on phones. */
export function DeskFrame({ viewer, current, children }: DeskFrameProps) {
  const places = navigationFor(viewer.kind);
  return (
    <div className="min-h-screen lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <header className="flex flex-wrap items-center border-line px-4 max-lg:border-b lg:sticky lg:top-0 lg:h-screen lg:flex-col lg:flex-nowrap lg:items-stretch lg:overflow-y-auto lg:border-e lg:py-4 print:hidden">
        <div className="lg:px-3">
          <Wordmark href="/now" />
          <p className="hidden text-sm text-ink-2 lg:block">{viewer.organisation}</p>
        </div>
        <nav aria-label="Main" className="mt-4 hidden lg:block">
          <RailLinks places={places} current={current} />
        </nav>
        <div className="mt-auto hidden px-3 pt-8 text-sm lg:block">
          <p className="font-semibold">{viewer.name}</p>
          <SignOut />
        </div>
        <PhoneMenu places={places} current={current} upTo="lg">
          <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 border-t border-line px-3 pt-2 text-sm">
            <p>
              <span className="font-semibold">{viewer.name}</span>
              <span className="block text-ink-2">{viewer.organisation}</span>
            </p>
            <SignOut />
          </div>
        </PhoneMenu>
      </header>
      <Main className="max-w-[75rem] px-4 py-8 sm:px-10">{children}</Main>
    </div>
  );
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed start-4 top-2 z-10 -translate-y-24 rounded-control bg-accent px-4 py-2 font-semibold text-on-accent focus:translate-y-0 print:hidden"
    >
      Skip to the main part
    </a>
  );
}

function Wordmark({ href }: { href: string }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-14 items-center font-serif text-xl font-bold text-ink no-underline lg:min-h-11"
    >
      Fairroute
    </a>
  );
}

function Main({ className, children }: { className: string; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`flex w-full min-w-0 flex-1 flex-col gap-8 focus:outline-none print:p-0 ${className}`}
    >
      {children}
    </main>
  );
}

function TopLink({ place, current }: { place: Place; current: string | undefined }) {
  const here = isCurrent(place.href, current);
  return (
    <a
      href={place.href}
      aria-current={here ? 'page' : undefined}
      className={`flex min-h-14 items-center border-b-2 no-underline ${here ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-2 hover:text-ink'}`}
    >
      {place.label}
    </a>
  );
}

function RailLinks({ places, current }: { places: Place[]; current: string | undefined }) {
  return (
    <ul>
      {places.map((place) => {
        const here = isCurrent(place.href, current);
        return (
          <li key={place.href}>
            <a
              href={place.href}
              aria-current={here ? 'page' : undefined}
              className={`flex min-h-10 items-center rounded-control px-3 no-underline ${here ? 'bg-accent-soft font-semibold text-accent' : 'text-ink hover:bg-heat-0'}`}
            >
              {place.label}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

type PhoneMenuProps = {
  places: Place[];
  current: string | undefined;
  upTo: 'md' | 'lg';
  children?: ReactNode;
};

function PhoneMenu({ places, current, upTo, children }: PhoneMenuProps) {
  return (
    <details className={`group ms-auto open:basis-full ${upTo === 'md' ? 'md:hidden' : 'lg:hidden'}`}>
      <summary className="ms-auto flex min-h-11 w-fit list-none items-center gap-2 rounded-control px-3 font-semibold text-accent [&::-webkit-details-marker]:hidden">
        <Icon name="menu" size={20} />
        Menu
      </summary>
      <nav aria-label="Main" className="pb-3">
        <RailLinks places={places} current={current} />
        {children}
      </nav>
    </details>
  );
}

function SignOut() {
  return (
    <form method="post" action="/sign-out">
      <button type="submit" className="link min-h-9">
        Sign out
      </button>
    </form>
  );
}

function PublicFooter() {
  return (
    <footer className="mt-16 border-t border-line print:mt-8">
      <div className="mx-auto flex max-w-[68rem] flex-wrap gap-x-10 gap-y-2 px-4 py-6 text-sm text-ink-2 sm:px-10 print:px-0">
        <p className="max-w-prose flex-1 basis-80">
          Fairroute says who is certified to recruit without charging workers. It is not a state licence and
          does not vouch for a single job.
        </p>
        <p className="print:hidden">
          <a className="link" href="/en/check">
            Check a recruiter
          </a>
        </p>
      </div>
    </footer>
  );
}
