import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Job orders: everybody's on the register. */
export const publicJobs: RouteConfigEntry[] = [
  route('register/:registrationNumber/jobs', 'routes/jobs/public.tsx'),
];

/** A recruiter's own, and those of all recruiters for the scheme. */
export const jobs: RouteConfigEntry[] = [
  route('job-orders', 'routes/jobs/own.tsx'),
  route('job-orders/new', 'routes/jobs/new.tsx'),
  route('job-orders/:number', 'routes/jobs/one.tsx'),
  route('job-orders/:number/withdraw', 'routes/jobs/withdraw-own.tsx'),
  route('scheme/job-orders', 'routes/jobs/all.tsx'),
  route('scheme/job-orders/:number', 'routes/jobs/any.tsx'),
  route('scheme/job-orders/:number/withdraw', 'routes/jobs/withdraw-any.tsx'),
];
