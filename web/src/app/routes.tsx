import { type RouteObject, createBrowserRouter } from "react-router";
import { ForgotPage, InvitationPage, ResetPage } from "./account_pages";
import { LinkPage, SetUpPage, SignInPage } from "./entrance";
import { features } from "./features";
import { Frame, Start } from "./frame";
import { NotFound, Trouble } from "./trouble";

export const routes: RouteObject[] = [
  { path: "/sign-in", element: <SignInPage />, errorElement: <Trouble /> },
  { path: "/sign-in/link/:token", element: <LinkPage />, errorElement: <Trouble /> },
  { path: "/forgot", element: <ForgotPage />, errorElement: <Trouble /> },
  { path: "/reset/:token", element: <ResetPage />, errorElement: <Trouble /> },
  { path: "/invitation/:token", element: <InvitationPage />, errorElement: <Trouble /> },
  { path: "/set-up/:token", element: <SetUpPage />, errorElement: <Trouble /> },
  ...features.flatMap((feature) => feature.publicRoutes ?? []),
  {
    path: "/",
    element: <Frame />,
    errorElement: <Trouble />,
    children: [
      {
        errorElement: <Trouble />,
        children: [
          { index: true, element: <Start /> },
          ...features.flatMap((feature) => feature.routes ?? []),
          { path: "*", element: <NotFound /> },
        ],
      },
    ],
  },
];

export const makeRouter = () => createBrowserRouter(routes);
