// A file as the body of a request, with its progress (which fetch can't tell).
import { language } from "../i18n/language";
import { type Query, address, ownHeader } from "./client";
import { ApiError, toApiError } from "./error";

export interface UploadOptions {
  query?: Query;
  /** Called with the share sent, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  method?: "POST" | "PUT";
}

/** Sends the file as it is; the answer is the operation's JSON. Throws ApiError. */
export function upload<T>(path: string, file: Blob, options: UploadOptions = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open(options.method ?? "POST", address(path, options.query));
    sending.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    sending.setRequestHeader("Accept-Language", language());
    for (const [name, value] of Object.entries(ownHeader)) sending.setRequestHeader(name, value);
    sending.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    sending.onload = () => {
      let answer: unknown;
      try {
        answer = JSON.parse(sending.responseText);
      } catch {
        answer = undefined;
      }
      if (sending.status >= 200 && sending.status < 300) resolve(answer as T);
      else reject(toApiError(sending.status, answer));
    };
    sending.onerror = () => reject(new ApiError("offline", 0, "The upload was interrupted."));
    sending.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    options.signal?.addEventListener("abort", () => sending.abort());
    sending.send(file);
  });
}
