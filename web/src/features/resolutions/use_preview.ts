import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Schemas, request } from "../../api";

/** How a text reads. Asked of the server, which alone knows how clauses are recognised. */
export const useGetPreview = (body: string, resolutionId?: string) =>
  useQuery({
    queryKey: ["/resolution-preview", body, resolutionId ?? null],
    queryFn: () =>
      request<Schemas["TextPreview"]>("POST", "/resolution-preview", { body, resolution_id: resolutionId }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
