import { useEffect, useMemo, useState } from "preact/hooks";
import { ApiError, ask, known, questionKey } from "../api/client.ts";
import type { TypedDocumentString } from "../api/generated.ts";

/** The state of one question. */
export type Resource<R> = {
  data: R | undefined;
  error: ApiError | undefined;
  /** Whether an answer is on its way; older data may be shown meanwhile. */
  loading: boolean;
  /** Whether it has taken so long that the reader should be told. */
  slow: boolean;
  retry: () => void;
};

const slowAfter = 2500;

/** Asks whenever document or variables change; null variables ask nothing. */
export function useQuery<R, V>(document: TypedDocumentString<R, V>, variables: V | null): Resource<R> {
  return useTask(variables && questionKey(document, variables), (signal) => ask(document, variables as V, signal));
}

/** Runs a task that may ask several questions, again whenever its key changes. */
export function useTask<R>(key: string | null, run: (signal: AbortSignal, onPart: (part: R) => void) => Promise<R>): Resource<R> {
  const [state, setState] = useState<{ key: string; data?: R; error?: ApiError }>({ key: "" });
  const [slowKey, setSlowKey] = useState("");
  const [round, setRound] = useState(0);
  const before = useMemo(() => (key ? known<R>(key) : undefined), [key]);

  useEffect(() => {
    if (!key) return;
    const stop = new AbortController();
    const timer = setTimeout(() => setSlowKey(key), slowAfter);
    const part = (data: R) => !stop.signal.aborted && setState({ key: "", data });
    run(stop.signal, part)
      .then((data) => !stop.signal.aborted && setState({ key, data }))
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        setState({ key, error: error instanceof ApiError ? error : new ApiError("INTERNAL", String(error)) });
      })
      .finally(() => clearTimeout(timer));
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [key, round]);

  const settled = state.key === key;
  return {
    data: key ? (settled && !state.error ? state.data : (before ?? (settled ? undefined : state.data))) : undefined,
    error: settled ? state.error : undefined,
    loading: !!key && !settled && !before,
    slow: !!key && !settled && slowKey === key,
    retry: () => {
      setState({ key: "" });
      setRound((n) => n + 1);
    },
  };
}
