export const checkRequests = async () => () => null
export const closeChecks = () => undefined
