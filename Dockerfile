# The bot with the results that come along. deploy/docker.md tells how to run it.
# The Python that the tests run on. Dependabot renews it, and its digest once one stands behind the tag:
# `docker buildx imagetools inspect python:3.11-slim` prints it.
FROM python:3.11-slim AS made
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
RUN python -m venv /opt/uitslagbot
ENV PATH=/opt/uitslagbot/bin:$PATH
WORKDIR /made
COPY requirements.lock .
RUN pip install -q --require-hashes --only-binary=:all: -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY data data
COPY bot bot
# What builds the wheel stays behind; pip check tells whether anything that stays needs it.
RUN hatchling build -t wheel -d . \
    && pip install -q --no-deps uitslagbot-*.whl \
    && pip uninstall -q -y editables hatchling packaging pathspec setuptools tomlkit trove-classifiers \
    && pip check

FROM python:3.11-slim
RUN groupadd --gid 10001 uitslagbot \
    && useradd --uid 10001 --gid 10001 --no-log-init --no-create-home --home-dir /bot --shell /usr/sbin/nologin uitslagbot \
    && install -d -o uitslagbot -g uitslagbot -m 700 /bot/var
COPY --from=made /opt/uitslagbot /opt/uitslagbot
ENV PATH=/opt/uitslagbot/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /bot
USER 10001:10001
# Chats, what was learned, questions and alerts under way: all that is to be kept.
VOLUME /bot/var
ENTRYPOINT ["uitslagbot"]
CMD ["run"]
