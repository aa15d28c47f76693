"""A real SMTP server that behaves as it is told, for tests. Words on standard input, an answer to each on standard output:

  mode accept           takes what comes
  mode slow SECONDS     takes it after that long
  mode rcpt CODE        refuses every recipient with that code
  mode data CODE        refuses every message with that code
  mode cut              closes the connection in the middle of a message
  mode silent           takes a message whole, keeps it, and closes the connection instead of answering
  mode hold             takes a message whole, keeps it, and never answers

Each message taken is a file in DIRECTORY, as it came over the wire, numbered from TAKEN in the order taken.

  mail-server.py PORT DIRECTORY TAKEN [CERTIFICATE KEY USER PASSWORD starttls|tls]
"""
import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

port, directory, taken = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
certificate, key, user, password, security = (sys.argv[4:9] + [None] * 5)[:5]
mode = ["accept"]


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode[0] == "rcpt":
            return f"{mode[1]} {'No such user' if mode[1].startswith('5') else 'Mailbox busy'}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if mode[0] == "slow":
            await asyncio.sleep(float(mode[1]))
        if mode[0] == "data":
            return f"{mode[1]} Not this message"
        keep(envelope)
        if mode[0] == "silent":
            server.transport.abort()
        if mode[0] == "hold":
            await asyncio.Event().wait()
        return "250 OK"


class Server(SMTP):
    async def smtp_DATA(self, arg):
        if mode[0] == "cut":
            await self.push("354 Go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def keep(envelope):
    global taken
    taken += 1
    file = os.path.join(directory, f"{taken:04}.eml")
    with open(file + ".part", "wb") as message:
        message.write(envelope.content)
    os.rename(file + ".part", file)


def say(words):
    print(words, flush=True)


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), password.encode())
    return AuthResult(success=good, handled=good)


def make():
    if certificate is None:
        return Server(Handler(), hostname="localhost")
    signed_in = {"hostname": "localhost", "auth_required": True, "authenticator": authenticate}
    if security == "tls":
        return Server(Handler(), auth_require_tls=False, **signed_in)
    return Server(Handler(), tls_context=context(), require_starttls=True, **signed_in)


def context():
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    return tls


async def main():
    global mode
    loop = asyncio.get_running_loop()
    server = await loop.create_server(make, "127.0.0.1", port, ssl=context() if security == "tls" else None)
    say(f"listening {server.sockets[0].getsockname()[1]}")
    words = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(words), sys.stdin)
    # Ends with whoever started it.
    while line := await words.readline():
        mode = line.decode().split()[1:]
        say("mode " + " ".join(mode))


asyncio.run(main())
