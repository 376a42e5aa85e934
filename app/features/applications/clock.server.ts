export const lapseUnpaidApplications = () => Promise.resolve();
